import { lastMajor } from '../../../catalog/majors.js';
import { nearestNames } from '../../../catalog/nearest.js';
import { nearest } from '../../../linter/nearest.js';
import type { Rule } from '../../../linter/rule.js';
import { join, lineEnd, printableJson } from '../../../report/printable.js';
import { readArguments } from '../../arguments.js';
import { colorOption, withColor } from '../../color-option.js';
import { type Command, CommandError } from '../../command.js';
import type { Options } from '../../options.js';

const usage = `pgconflint explain RULE|PARAMETER [options]

Prints the page of a rule (hba/no-trust, or no-trust alone where that is clear), or what is known of a parameter
(work_mem): what it does, its type, range and default in each major, when a change takes effect, and the rules that
speak of it.`;

const options = {
  json: { text: 'print it for other programs' },
  ...colorOption,
} as const satisfies Options;

export const command: Command = {
  name: 'explain',
  summary: 'Print the page of a rule, or what is known of a parameter',
  usage,
  options,
  async run(args, given) {
    const { values, positionals } = readArguments(args, options);
    const terminal = withColor(given, values.color);
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0) {
      throw new CommandError('explain needs one rule or parameter, for instance pgconflint explain hba/no-trust.');
    }
    const { rules } = await import('../../../../rules/index.js');
    const { plainMarkdown } = await import('./plain-markdown.js');
    const print = (page: string, data: unknown) =>
      terminal.write(values.json === true ? join([printableJson(data, 2), lineEnd]) : plainMarkdown(page, terminal));
    const { pageOf } = await import('./pages.js');
    const found = await explainParameterName(name, rules);
    const rule = findRule(name, rules, found === undefined);
    if (rule !== undefined) {
      const page = pageOf(rule);
      if (page === undefined) throw new CommandError(`The page of ${rule.id} is not here.`);
      const { summary, type, category, controls, fix, options } = rule.meta;
      print(page, { id: rule.id, summary, type, category, fix: fix ?? null, options, controls, page });
      return 0;
    }
    if (found === undefined) throw new CommandError(unknownName(name, rules));
    const { parameterPage } = await import('./parameter.js');
    print(parameterPage(found), found);
    return 0;
  },
};

/** A rule by its id; by its name alone where no parameter is called so and no other rule is. */
function findRule(name: string, rules: readonly Rule[], byNameToo: boolean): Rule | undefined {
  const exact = rules.find((rule) => rule.id === name);
  if (exact !== undefined || !byNameToo) return exact;
  const named = rules.filter((rule) => rule.id.endsWith(`/${name}`));
  if (named.length > 1) {
    throw new CommandError(`Several rules are called ${name}: ${named.map((rule) => rule.id).join(', ')}.`);
  }
  return named[0];
}

async function explainParameterName(name: string, rules: readonly Rule[]) {
  const [{ explainParameter }, { mentions }, { pageOf }] = await Promise.all([
    import('./parameter.js'),
    import('./parameter-mentions.js'),
    import('./pages.js'),
  ]);
  return explainParameter(name, (parameter) =>
    rules.filter((rule) => mentions(rule, pageOf(rule) ?? '', parameter)).map((rule) => rule.id),
  );
}

function unknownName(name: string, rules: readonly Rule[]): string {
  const parameters = nearestNames(name, lastMajor, 1);
  const rule = nearest(
    name,
    rules.map(({ id }) => id),
  );
  const near = [...parameters, ...(rule === undefined ? [] : [rule])];
  const guess = near.length === 0 ? ' pgconflint --list-rules lists the rules.' : ` Did you mean ${near.join(' or ')}?`;
  return `There is no rule and no parameter ${name}.${guess}`;
}
