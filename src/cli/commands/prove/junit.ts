import { asIs, type Printable, visible } from '../../../report/printable.js';
import type { ClusterAnswer } from './answers.js';

/** JUnit's XML: a suite a cluster, a case a statement. */
export async function formatJunit(answers: readonly ClusterAnswer[]): Promise<Printable> {
  const { create } = await import('xmlbuilder2');
  const isBroken = ({ verdict }: { verdict: string }) => verdict !== 'holds';
  const all = answers.flatMap(({ policies }) => policies);
  const counts = { tests: all.length, failures: all.filter(isBroken).length, errors: 0, time: 0 };
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', { name: 'pgconflint prove', ...counts });
  for (const { file, policies } of answers) {
    const path = visible(file);
    const suite = root.ele('testsuite', {
      name: path,
      file: path,
      tests: policies.length,
      failures: policies.filter(isBroken).length,
      errors: 0,
      time: 0,
    });
    for (const { name, verdict, message, advice } of policies) {
      const element = suite.ele('testcase', { name: visible(name), classname: path, time: 0 });
      if (verdict === 'holds') continue;
      element.ele('failure', { type: verdict, message: visible(message) }).txt(visible(advice));
    }
  }
  return asIs(`${root.end({ prettyPrint: true })}\n`);
}
