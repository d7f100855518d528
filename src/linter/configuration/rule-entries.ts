import { didYouMean } from '../nearest.js';
import type { Severity } from '../problem.js';
import type { Rule } from '../rule.js';
import type { RuleSetting } from './config.js';
import { resolveOptions } from './options.js';
import { defaultSeverity } from './presets.js';

/** What a configuration may say of a rule: a severity, or a severity with options. */
export type RuleEntry =
  | SeverityWord
  | readonly [SeverityWord]
  | readonly [SeverityWord, Readonly<Record<string, unknown>>];

/** `on` means the rule's own severity. */
export type SeverityWord = 'off' | 'warn' | 'warning' | 'error' | 'on' | 0 | 1 | 2;

/** An entry that cannot be used: one plain sentence that names the rule. */
export class RuleEntryError extends Error {
  override name = 'RuleEntryError';
}

const severities: Readonly<Record<string, Severity | 'off' | 'on'>> = {
  off: 'off',
  '0': 'off',
  warn: 'warning',
  warning: 'warning',
  '1': 'warning',
  error: 'error',
  '2': 'error',
  on: 'on',
};

/**
 * Reads what a configuration says of one rule.
 *
 * @param id the rule's id
 * @param entry a severity or a list of severity and options
 * @param rules every rule there is
 * @param before what the presets say; its options stay where the entry gives none
 * @throws RuleEntryError or OptionsError
 */
export function resolveRuleEntry(
  id: string,
  entry: unknown,
  rules: readonly Rule[],
  before: RuleSetting | undefined,
): RuleSetting {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const ids = rules.map((candidate) => candidate.id);
    throw new RuleEntryError(`There is no rule “${id}”.${didYouMean(id, ids)} pgconflint --list-rules lists them all.`);
  }
  const [word, options, ...rest] = Array.isArray(entry) ? entry : [entry];
  if (rest.length > 0) {
    throw new RuleEntryError(`${id}: write a severity, or a list of a severity and one object of options.`);
  }
  const severity = typeof word === 'string' || typeof word === 'number' ? severities[word] : undefined;
  if (severity === undefined) {
    const guess = typeof word === 'string' ? didYouMean(word, Object.keys(severities)) : '';
    throw new RuleEntryError(`${id}: ${JSON.stringify(word)} is not a severity; write off, warning or error.${guess}`);
  }
  return {
    severity: severity === 'on' ? (activeBefore(before) ?? defaultSeverity(rule)) : severity,
    options: options === undefined && before !== undefined ? before.options : resolveOptions(rule, options),
  };
}

function activeBefore(before: RuleSetting | undefined): Severity | undefined {
  return before === undefined || before.severity === 'off' ? undefined : before.severity;
}
