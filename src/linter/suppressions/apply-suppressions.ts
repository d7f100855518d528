import { documentOf, type Problem, placeInDocument } from '../problem.js';
import { firstIndex } from '../sorted.js';
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
  const near = nearby(uses);
  const left: Problem[] = [];
  const suppressed: SuppressedProblem[] = [];
  for (const problem of problems) {
    // The comment nearest to the problem takes it, so that a wider one that is not needed shows up as unused.
    const use = startsOf(problem)
      .flatMap(near)
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

/**
 * Makes a look-up of the suppressions whose parts of the file hold an offset, in the order of the text: a large file may
 * have a comment for each of thousands of lines.
 */
function nearby(uses: readonly SuppressionUse[]): (offset: number) => SuppressionUse[] {
  const order = new Map(uses.map((use, index) => [use, index]));
  const sorted = [...uses].sort((a, b) => a.suppression.scope.start - b.suppression.scope.start);
  // How far those up to each one reach: behind that, nothing before it needs a look.
  let farthest = -1;
  const reach = sorted.map(({ suppression }) => (farthest = Math.max(farthest, suppression.scope.end)));
  return (offset) => {
    const found: SuppressionUse[] = [];
    const behind = firstIndex(sorted.length, (index) => sorted[index]!.suppression.scope.start > offset);
    for (let at = behind - 1; at >= 0 && reach[at]! >= offset; at--) {
      if (sorted[at]!.suppression.scope.end >= offset) found.push(sorted[at]!);
    }
    return found.sort((a, b) => order.get(a)! - order.get(b)!);
  };
}

function covers(suppression: Suppression, problem: Problem): boolean {
  const { kind, scope, rules, ends } = suppression;
  // What a file lacks has no line, although it is shown at the first one.
  if (problem.wholeFile === true && kind !== 'file') return false;
  if (rules.length > 0 && !rules.some((rule) => rule.id === problem.ruleId)) return false;
  const end = ends.get(problem.ruleId) ?? scope.end;
  return startsOf(problem).some((start) => start >= scope.start && start <= end);
}

/** Where in its document a problem can be shown: at its own place, and at its cause, which speaks for several. */
function startsOf(problem: Problem): number[] {
  const { start } = placeInDocument(problem);
  const head = problem.ties?.head;
  if (head === undefined || (head.document?.id ?? head.file) !== documentOf(problem)) return [start];
  return [start, (head.document ?? head).start];
}

function narrower(a: SuppressionUse, b: SuppressionUse): number {
  return size(a) - size(b);
}

function size({ suppression: { kind, scope } }: SuppressionUse): number {
  return kind === 'file' ? Number.POSITIVE_INFINITY : scope.end - scope.start;
}
