import type { ResolvedConfig } from '../../../linter/configuration/config.js';
import type { Rule } from '../../../linter/rule.js';
import { asLines, type Printable } from '../../../report/printable.js';

/** The text of `--list-rules`: a line a rule with its severity in force, what it may fix, and its summary. */
export function listRules(rules: readonly Rule[], config: ResolvedConfig): Printable {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  const lines = rules.map((rule) => {
    const severity = config.rules.get(rule.id)?.severity ?? 'off';
    const fix = rule.meta.fix === undefined ? '' : ` (${rule.meta.fix} fix)`;
    return `${rule.id.padEnd(width)}  ${severity.padEnd(7)}  ${rule.meta.summary}${fix}`;
  });
  return asLines(lines);
}
