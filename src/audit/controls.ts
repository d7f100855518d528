import type { Benchmark, BenchmarkControl } from '../catalog/benchmarks/types.js';
import type { Problem } from '../linter/problem.js';
import type { Rule } from '../linter/rule.js';

/** The rules that judge a control: those it names, else those that name it. */
export function rulesOfControl(benchmark: Benchmark, control: BenchmarkControl, rules: readonly Rule[]): Rule[] {
  if (control.rules !== undefined) return rules.filter((rule) => control.rules!.includes(rule.id));
  return rules.filter((rule) =>
    rule.meta.controls?.some((named) => named.benchmark === benchmark.name && named.id === control.id),
  );
}

/**
 * Whether a problem of one of a control's rules is about this control.
 *
 * @param text the file that the problem stands in
 */
export function isAbout(
  { about, records }: BenchmarkControl,
  { ruleId, message, start }: Problem,
  text: string,
): boolean {
  if (records !== undefined && ruleId.startsWith('hba/')) {
    const isLocal = /^\s*"?local\b/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1));
    if (isLocal !== (records === 'local')) return false;
  }
  // Behind what is wrong stands what to write, and that names more than what is wrong.
  const wrong = message.replace(/\. (?:Write|Set) .*$/s, '');
  return about === undefined || about.some((name) => wrong.includes(name));
}
