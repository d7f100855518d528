import { lastMajor } from '../../../catalog/majors.js';
import { nearestNames } from '../../../catalog/nearest.js';
import { nearest } from '../../../linter/nearest.js';
import type { Rule } from '../../../linter/rule.js';
import { join, lineEnd, printableJson } from '../../../report/printable.js';
import { readArguments } from '../../arguments.js';
import { colorOption, withColor } from '../../color-option.js';
import { type Command, CommandError } from '../../command.js';
import type { Options } from '../../options.js';
import type { Topic } from './topic.js';

const usage = `pgconflint explain NAME [options]

Prints what is known of a name:
  a rule         hba/no-trust, or no-trust alone where that is clear: its page
  a parameter    work_mem: what it does, its type, range and default in each major, when a change takes effect
  a word         of pg_hba.conf: a connection type (hostssl), a method (scram-sha-256), an option (clientcert), a
                 keyword (samenet)
  a preset       recommended: the rules that it switches on
  a control      of a benchmark: cis-16/6.8, or 6.8 for all editions
with the rules that speak of it. A name that means several things is explained once for each.`;

const options = {
  json: { text: 'print it for other programs' },
  ...colorOption,
} as const satisfies Options;

export const command: Command = {
  name: 'explain',
  summary: 'Explain a rule, parameter or another name',
  usage,
  options,
  async run(args, given) {
    const { values, positionals } = readArguments(args, options);
    const terminal = withColor(given, values.color);
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0) {
      throw new CommandError('explain needs one name, for instance pgconflint explain hba/no-trust.');
    }
    const { rules } = await import('../../../../rules/index.js');
    const { plainMarkdown } = await import('./plain-markdown.js');
    const topics = await topicsOf(name, rules);
    if (topics.length === 0) throw new CommandError(await unknownName(name, rules));
    if (values.json === true) {
      const [first, ...others] = topics.map(({ data }) => data);
      terminal.write(join([printableJson(others.length === 0 ? first : [first, ...others], 2), lineEnd]));
    } else terminal.write(plainMarkdown(topics.map(({ page }) => page).join('\n\n'), terminal));
    return 0;
  },
};

/** Everything that is called so. A rule by its name alone only where nothing else is. */
async function topicsOf(name: string, rules: readonly Rule[]): Promise<Topic[]> {
  const rule = rules.find((each) => each.id === name);
  if (rule !== undefined) return [await ruleTopic(rule)];
  const [{ explainWord }, { explainPreset, explainControl }] = await Promise.all([
    import('./words.js'),
    import('./benchmarks.js'),
  ]);
  const preset = explainPreset(name, rules);
  const topics = [
    ...(await parameterTopics(name, rules)),
    ...explainWord(name, rules),
    ...(preset === undefined ? [] : [preset]),
    ...explainControl(name, rules),
  ];
  if (topics.length > 0) return topics;
  const named = rules.filter((each) => each.id.endsWith(`/${name}`));
  if (named.length > 1) {
    throw new CommandError(`Several rules are called ${name}: ${named.map(({ id }) => id).join(', ')}.`);
  }
  return Promise.all(named.map(ruleTopic));
}

async function ruleTopic(rule: Rule): Promise<Topic> {
  const { pageOf } = await import('../../../project/rule-pages.js');
  const page = pageOf(rule);
  if (page === undefined) throw new CommandError(`The page of ${rule.id} is not here.`);
  const { summary, type, category, controls, fix, options } = rule.meta;
  return { page, data: { id: rule.id, summary, type, category, fix: fix ?? null, options, controls, page } };
}

async function parameterTopics(name: string, rules: readonly Rule[]): Promise<Topic[]> {
  const [{ explainParameter, parameterPage }, { mentions }, { pageOf }] = await Promise.all([
    import('./parameter.js'),
    import('./parameter-mentions.js'),
    import('../../../project/rule-pages.js'),
  ]);
  const found = await explainParameter(name, (parameter) =>
    rules.filter((rule) => mentions(rule, pageOf(rule) ?? '', parameter)).map((rule) => rule.id),
  );
  return found === undefined ? [] : [{ page: parameterPage(found), data: found }];
}

async function unknownName(name: string, rules: readonly Rule[]): Promise<string> {
  const [{ words }, { presetNames }] = await Promise.all([
    import('./words.js'),
    import('../../../linter/configuration/presets.js'),
  ]);
  const parameters = nearestNames(name, lastMajor, 1);
  const other = nearest(name, [...rules.map(({ id }) => id), ...words, ...presetNames(rules)]);
  const near = [...parameters, ...(other === undefined ? [] : [other])];
  const guess = near.length === 0 ? ' pgconflint --list-rules lists the rules.' : ` Did you mean ${near.join(' or ')}?`;
  return `There is no rule, parameter, word of pg_hba.conf, preset or control ${name}.${guess}`;
}
