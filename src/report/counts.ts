import { fixSafetyOf } from '../linter/places.js';
import type { Problem } from '../linter/problem.js';

export interface ProblemCounts {
  errors: number;
  warnings: number;
  fixableErrors: number;
  fixableWarnings: number;
}

/** Counts problems by severity, and how many of them `--fix` mends (safe fixes only). */
export function countProblems(problems: Iterable<Problem>): ProblemCounts {
  const counts = { errors: 0, warnings: 0, fixableErrors: 0, fixableWarnings: 0 };
  for (const problem of problems) {
    const { severity } = problem;
    const fixable = fixSafetyOf(problem) === 'safe' ? 1 : 0;
    if (severity === 'error') {
      counts.errors++;
      counts.fixableErrors += fixable;
    } else {
      counts.warnings++;
      counts.fixableWarnings += fixable;
    }
  }
  return counts;
}
