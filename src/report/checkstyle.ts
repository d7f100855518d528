import { create } from 'xmlbuilder2';
import { Places } from './places.js';
import { asIs, visible } from './printable.js';
import type { Reporter } from './reporter.js';
import { messageWithTargets } from './wording.js';

/** Checkstyle's XML, which many review tools read. */
export const checkstyle: Reporter = (result, { cwd }) => {
  const places = new Places(result, cwd);
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('checkstyle', { version: '4.3' });
  for (const file of result.files) {
    const element = root.ele('file', { name: visible(places.shown(file.path)) });
    for (const problem of file.problems) {
      const { line, column } = places.of(problem);
      element.ele('error', {
        ...(problem.wholeFile === true ? {} : { line, column }),
        severity: problem.severity,
        message: visible(messageWithTargets(problem)),
        source: `pgconflint.${problem.ruleId.replaceAll('/', '.')}`,
      });
    }
  }
  return asIs(`${root.end({ prettyPrint: true })}\n`);
};
