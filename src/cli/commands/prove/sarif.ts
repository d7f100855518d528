/** Statements that do not hold, for code scanning: SARIF 2.1.0 with a rule for each verdict. */
import type { Result } from 'sarif';
import { join, lineEnd, type Printable, printableJson } from '../../../report/printable.js';
import { accessLog, lineLocation } from '../../../report/sarif-places.js';
import type { ClusterAnswer, PolicyAnswer } from './answers.js';

const summaries = {
  violated: 'Who gets in breaks a policy',
  undecided: 'Whether who gets in keeps to a policy is not proven',
} as const;
const ids = ['violated', 'undecided'] as const;
const ruleNames = { violated: 'prove/violated', undecided: 'prove/not-proven' } as const;

/**
 * A result for each statement that does not hold, at the record that decides the login which shows it.
 *
 * @param folder the folder that file names are relative to
 */
export function formatSarif(
  answers: readonly ClusterAnswer[],
  { folder, version }: { folder: string; version: string },
): Printable {
  const rules = new Map(ids.map((id) => [ruleNames[id], summaries[id]]));
  const results = answers.flatMap(({ file, policies }) => policies.flatMap((policy) => resultsOf(file, policy)));
  return join([printableJson(accessLog({ rules, results, folder, version }), 2), lineEnd]);
}

function resultsOf(file: string, { name, verdict, record, others, message, advice }: PolicyAnswer): Result[] {
  if (verdict === 'holds') return [];
  const more = others.flatMap((one) =>
    one ? [{ ...lineLocation(one.file, one.line), message: { text: 'or this record' } }] : [],
  );
  return [
    {
      ruleId: ruleNames[verdict],
      ruleIndex: ids.indexOf(verdict),
      level: verdict === 'violated' ? 'error' : 'warning',
      message: { text: `${name}: ${message}. ${advice}`.trim() },
      locations: [record ? lineLocation(record.file, record.line) : lineLocation(file)],
      ...(more.length > 0 ? { relatedLocations: more } : {}),
    },
  ];
}
