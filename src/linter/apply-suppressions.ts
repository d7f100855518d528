import type { Problem } from './problem.js';
import type { Suppression } from './suppressions.js';

/** A problem that a comment keeps out of the report, with the comment. */
export interface SuppressedProblem {
  problem: Problem;
  suppression: Suppression;
}

/** What became of a suppression in a run. */
export interface SuppressionUse {
  suppression: Suppression;
  /** The problems that it keeps out of the report. */
  problems: Problem[];
  /** The rules it names that kept nothing out; for a suppression of every rule, empty. */
  unusedRules: string[];
  /** Its last day is over: it holds no more. */
  expired: boolean;
}

export interface SuppressionResult {
  problems: Problem[];
  suppressed: SuppressedProblem[];
  uses: SuppressionUse[];
}

/**
 * Takes the problems that comments suppress out of a file's problems.
 *
 * @param problems the problems of one file
 * @param suppressions the suppressions of that file
 * @param today `YYYY-MM-DD`; a suppression holds up to and including its last day
 */
export function applySuppressions(
  problems: readonly Problem[],
  suppressions: readonly Suppression[],
  today: string,
): SuppressionResult {
  const uses = suppressions.map((suppression): SuppressionUse => {
    const expired = suppression.until !== undefined && suppression.until < today;
    return { suppression, problems: [], unusedRules: suppression.rules.map((rule) => rule.id), expired };
  });
  if (uses.length === 0) return { problems: [...problems], suppressed: [], uses };
  const left: Problem[] = [];
  const suppressed: SuppressedProblem[] = [];
  for (const problem of problems) {
    // The comment nearest to the problem takes it, so that a wider one that is not needed shows up as unused.
    const use = uses
      .filter((candidate) => !candidate.expired && covers(candidate.suppression, problem))
      .sort(narrower)[0];
    if (use === undefined) {
      left.push(problem);
      continue;
    }
    use.problems.push(problem);
    use.unusedRules = use.unusedRules.filter((id) => id !== problem.ruleId);
    suppressed.push({ problem, suppression: use.suppression });
  }
  return { problems: left, suppressed, uses };
}

function covers(suppression: Suppression, problem: Problem): boolean {
  const { scope, rules, ends } = suppression;
  if (rules.length > 0 && !rules.some((rule) => rule.id === problem.ruleId)) return false;
  return problem.start >= scope.start && problem.start <= (ends.get(problem.ruleId) ?? scope.end);
}

function narrower(a: SuppressionUse, b: SuppressionUse): number {
  return size(a) - size(b);
}

function size({ suppression: { kind, scope } }: SuppressionUse): number {
  return kind === 'file' ? Number.POSITIVE_INFINITY : scope.end - scope.start;
}
