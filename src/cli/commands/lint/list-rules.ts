import type { ResolvedConfig } from '../../../linter/configuration/config.js';
import { ruleUrl } from '../../../linter/pages.js';
import type { Rule } from '../../../linter/rule.js';
import { asLines, join, lineEnd, type Printable, printableJson } from '../../../report/printable.js';
import { hanging } from '../../../report/text/wrap.js';
import { CommandError, type Terminal } from '../../command.js';
import type { LintOptions } from './options.js';

/**
 * The text of `--list-rules`: a line for each rule with its severity in force, what it may fix, and its summary.
 *
 * @param width no line gets wider
 */
function listRules(rules: readonly Rule[], config: ResolvedConfig, width: number): Printable {
  const idWidth = Math.max(...rules.map((rule) => rule.id.length));
  const lines = rules.flatMap((rule) => {
    const severity = config.rules.get(rule.id)?.severity ?? 'off';
    const fix = rule.meta.fix === undefined ? '' : ` (${rule.meta.fix} fix)`;
    const head = `${rule.id.padEnd(idWidth)}  ${severity.padEnd(7)}  `;
    // Where little room is left beside the ids, the summary starts below them.
    return hanging(head, rule.meta.summary + fix, width, head.length > width / 2 ? 4 : head.length);
  });
  return asLines(lines);
}

/** The same for other programs, with the options in force, the presets that have the rule, and its page. */
function listRulesAsJson(rules: readonly Rule[], config: ResolvedConfig): Printable {
  const list = rules.map((rule) => {
    const { severity = 'off', options = {} } = config.rules.get(rule.id) ?? {};
    const { summary, type, category, presets, fix = null } = rule.meta;
    return { id: rule.id, severity, options, summary, type, category, presets, fix, url: ruleUrl(rule) };
  });
  return join([printableJson(list, 2), lineEnd]);
}

/**
 * Prints the rules: `--list-rules`.
 *
 * @throws CommandError where a format was asked for that lists nothing
 */
export function writeList(
  { formats, outputFile }: LintOptions,
  all: readonly Rule[],
  config: ResolvedConfig,
  terminal: Terminal,
): void {
  const [format, ...others] = formats;
  if (others.length > 0 || outputFile !== undefined || (format !== undefined && format !== 'json')) {
    throw new CommandError(
      '--list-rules prints a list, or JSON with --format json; it has no other format and no file.',
    );
  }
  terminal.write(format === 'json' ? listRulesAsJson(all, config) : listRules(all, config, terminal.columns));
}
