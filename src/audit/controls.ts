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

/** Whether a problem of one of a control's rules is about this control. */
export function isAbout({ about, records }: BenchmarkControl, { parts = [] }: Problem): boolean {
  // Rules that are about no records for the socket name no part.
  if (records === 'local' && !parts.includes('local')) return false;
  if (records === 'host' && parts.includes('local')) return false;
  return about === undefined || about.some((part) => parts.includes(part));
}
