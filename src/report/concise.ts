import { Places } from './places.js';
import { asLines } from './printable.js';
import type { Reporter } from './reporter.js';
import { headlineWithTargets } from './wording.js';

/**
 * A problem a line, `path:line:column: error rule headline`: for grep, for the error lists of editors, and for
 * problem matchers (ci/problem-matcher.json reads it).
 */
export const concise: Reporter = (result, { cwd }) => {
  const places = new Places(result, cwd);
  const lines = result.files.flatMap((file) =>
    file.problems.map((problem) => {
      const { line, column } = places.of(problem);
      const place = `${places.shown(problem.file)}:${line}:${column}`;
      return `${place}: ${problem.severity} ${problem.ruleId} ${headlineWithTargets(problem)}`;
    }),
  );
  return asLines(lines);
};
