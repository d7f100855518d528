/** JUnit's XML for commands that hold statements against a cluster. */
import { asIs, type Printable, visible } from '../report/printable.js';

/** A statement; without a failure it holds. */
export interface JunitCase {
  name: string;
  failure?: { type: string; message: string; text: string } | undefined;
}

/** What was held against one file. */
export interface JunitSuite {
  file: string;
  cases: readonly JunitCase[];
}

/**
 * Writes suites with their cases. A case has no file and no line: Jenkins refuses them.
 *
 * @param name the command: `pgconflint prove`
 */
export async function formatSuites(name: string, suites: readonly JunitSuite[]): Promise<Printable> {
  const { create } = await import('xmlbuilder2');
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name,
    ...countsOf(suites.flatMap(({ cases }) => cases)),
  });
  for (const { file, cases } of suites) {
    const path = visible(file);
    const suite = root.ele('testsuite', { name: path, file: path, ...countsOf(cases) });
    for (const { name: title, failure } of cases) {
      const element = suite.ele('testcase', { name: visible(title), classname: path, time: 0 });
      if (failure === undefined) continue;
      const { type, message, text } = failure;
      element.ele('failure', { type, message: visible(message) }).txt(visible(text));
    }
  }
  return asIs(`${root.end({ prettyPrint: true })}\n`);
}

function countsOf(cases: readonly JunitCase[]) {
  return { tests: cases.length, failures: cases.filter(({ failure }) => failure).length, errors: 0, time: 0 };
}
