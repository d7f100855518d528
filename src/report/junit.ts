import { create } from 'xmlbuilder2';
import { Places } from './places.js';
import { asIs, visible } from './printable.js';
import type { Reporter } from './reporter.js';
import { counted, messageWithTargets } from './wording.js';

/** JUnit's XML: a suite a file, a case a problem; a file without problems is one case that passed. */
export const junit: Reporter = (result, { cwd }) => {
  const places = new Places(result, cwd);
  const failures = result.files.reduce((sum, file) => sum + file.problems.length, 0);
  const tests = result.files.reduce((sum, file) => sum + Math.max(1, file.problems.length), 0);
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: 'pgconflint',
    tests,
    failures,
    errors: 0,
    time: 0,
  });
  for (const file of result.files) {
    const path = visible(places.shown(file.path));
    const count = file.problems.length;
    const counts = { tests: Math.max(1, count), failures: count, errors: 0, time: 0 };
    const suite = root.ele('testsuite', { name: path, file: path, ...counts });
    if (count === 0) suite.ele('testcase', { name: 'no problems', classname: path, time: 0 });
    for (const problem of file.problems) {
      const { line, column } = places.of(problem);
      const place = problem.wholeFile === true ? '' : `:${line}:${column}`;
      const name = problem.wholeFile === true ? problem.ruleId : `${problem.ruleId} (${line}:${column})`;
      const message = visible(messageWithTargets(problem));
      const related = problem.related.map((other) => {
        const at = places.of(other);
        return `${places.shown(other.file)}:${at.line}:${at.column}: ${other.message}`;
      });
      suite
        // A case may have no file and line: Jenkins refuses them; both stand in its name and text.
        .ele('testcase', { name, classname: path, time: 0 })
        .ele('failure', { type: problem.severity, message })
        .txt([`${path}${place}: ${message}`, ...related.map(visible), problem.url].join('\n'));
    }
    if (file.suppressed.length > 0) suite.ele('system-out').txt(counted(file.suppressed.length, 'suppressed problem'));
  }
  return asIs(`${root.end({ prettyPrint: true })}\n`);
};
