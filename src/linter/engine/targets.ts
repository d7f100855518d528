import type { Major } from '../../catalog/majors.js';
import type { Problem, Suggestion } from '../problem.js';
import { ProblemIndex } from './same-problems.js';

/** The problems of one run over one target. */
export interface TargetRun {
  target: Major;
  problems: readonly Problem[];
}

/**
 * Merges the runs over several targets: a problem that several of them find is one problem.
 *
 * Where a problem does not hold for all targets, `targets` says for which, and its fix becomes a suggestion: what mends
 * one major may break another, so a person must choose.
 *
 * @param runs one run a target, at least one
 * @returns the problems in no particular order
 */
export function mergeTargets(runs: readonly TargetRun[]): Problem[] {
  const merged = new ProblemIndex<{ problem: Problem; targets: Major[]; sameFix: boolean }>();
  for (const { target, problems } of runs) {
    for (const problem of problems) {
      const known = merged.find(problem);
      if (known === undefined) {
        merged.add({ problem, targets: [target], sameFix: true });
        continue;
      }
      if (known.targets.at(-1) !== target) known.targets.push(target);
      if (JSON.stringify(known.problem.fix) !== JSON.stringify(problem.fix)) known.sameFix = false;
    }
  }
  return merged.all.map(({ problem, targets, sameFix }) => {
    if (targets.length === runs.length) return sameFix ? problem : demoteFix(problem, undefined);
    return { ...demoteFix(problem, targets), targets };
  });
}

function demoteFix(problem: Problem, targets: readonly Major[] | undefined): Problem {
  if (problem.fix === undefined) return problem;
  const title =
    targets === undefined ? problem.fix.title : `${problem.fix.title} (for PostgreSQL ${listMajors(targets)})`;
  const suggestion: Suggestion = { title, edits: problem.fix.edits };
  return { ...problem, fix: undefined, suggestions: [suggestion, ...problem.suggestions] };
}

/** `14`, `14 and 18`, `14, 15 and 18`. */
export function listMajors(targets: readonly Major[]): string {
  if (targets.length < 2) return targets.join('');
  return `${targets.slice(0, -1).join(', ')} and ${targets.at(-1)}`;
}
