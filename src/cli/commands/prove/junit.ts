import type { Printable } from '../../../report/printable.js';
import { formatSuites } from '../../junit-suites.js';
import type { ClusterAnswer } from './answers.js';

/** JUnit's XML: a suite a cluster, a case a statement. */
export function formatJunit(answers: readonly ClusterAnswer[]): Promise<Printable> {
  const suites = answers.map(({ file, policies }) => ({
    file,
    cases: policies.map(({ name, verdict, message, advice }) => ({
      name,
      failure: verdict === 'holds' ? undefined : { type: verdict, message, text: advice },
    })),
  }));
  return formatSuites('pgconflint prove', suites);
}
