import { fingerprints } from './fingerprints.js';
import { Places } from './places.js';
import { join, lineEnd, printableJson } from './printable.js';
import type { Reporter } from './reporter.js';
import { messageWithTargets } from './wording.js';

/** GitLab's code quality report: an array of issues with fingerprints that survive shifted lines. */
export const gitlab: Reporter = (result, { cwd }) => {
  const places = new Places(result, cwd);
  const problems = result.files.flatMap((file) => file.problems);
  const prints = fingerprints(problems, places);
  const issues = problems.map((problem) => {
    const { line, endLine } = places.of(problem);
    return {
      type: 'issue',
      check_name: problem.ruleId,
      description: messageWithTargets(problem),
      severity: problem.severity === 'error' ? 'major' : 'minor',
      categories: ['Security'],
      fingerprint: prints.get(problem),
      location: { path: places.shown(problem.file), lines: { begin: line, end: endLine } },
      content: { body: problem.url },
      other_locations: problem.related.map((other) => {
        const place = places.of(other);
        return { path: places.shown(other.file), lines: { begin: place.line, end: place.endLine } };
      }),
    };
  });
  return join([printableJson(issues, 2), lineEnd]);
};
