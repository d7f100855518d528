import { Places } from './places.js';
import type { Reporter } from './reporter.js';
import { messageWithTargets, visible } from './wording.js';

/**
 * A problem a line, `path:line:column: error rule message`: for grep, for the error lists of editors, and for
 * problem matchers (ci/problem-matcher.json reads it).
 */
export const concise: Reporter = (result, { cwd }) => {
  const places = new Places(result, cwd);
  const lines = result.files.flatMap((file) =>
    file.problems.map((problem) => {
      const { line, column } = places.of(problem);
      const place = `${visible(places.shown(problem.file))}:${line}:${column}`;
      const message = visible(messageWithTargets(problem)).replaceAll('\t', ' ');
      return `${place}: ${problem.severity} ${problem.ruleId} ${message}\n`;
    }),
  );
  return lines.join('');
};
