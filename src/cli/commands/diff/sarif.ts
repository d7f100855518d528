/** Changes for code scanning: SARIF 2.1.0 with a rule for each class of change. */
import type { Location, Result } from 'sarif';
import { join, lineEnd, type Printable, printableJson } from '../../../report/printable.js';
import { accessLog, lineLocation } from '../../../report/sarif-places.js';
import { type ChangeClass, changeClasses } from './classes.js';
import type { ClusterDifference } from './compare.js';
import { changesOf, notCompared } from './gate.js';

const summaries: Readonly<Record<ChangeClass | 'not-decided', string>> = {
  'new-access': 'Who was rejected is let in',
  'weaker-method': 'Who was let in is let in by a method that proves less',
  'less-encrypted': 'Who was let in with encryption only is let in without',
  'lost-access': 'Who was let in is rejected',
  'not-decided': 'Not all logins were compared',
};
const ids = [...changeClasses, 'not-decided'] as const;

/** How a run is described. */
export interface SarifRun {
  /** The classes that must not be: their results are errors, others are notes. */
  failOn: ReadonlySet<ChangeClass>;
  /** The folder that file names are relative to. */
  folder: string;
  version: string;
}

/** A result for each group of logins and class of change, at the record that decides now. */
export function formatSarif(
  differences: readonly ClusterDifference[],
  { failOn, folder, version }: SarifRun,
): Printable {
  const rules = new Map(ids.map((id) => [`diff/${id}`, summaries[id]]));
  const results = differences.flatMap((difference) => resultsOf(difference, failOn));
  return join([printableJson(accessLog({ rules, results, folder, version }), 2), lineEnd]);
}

function resultsOf({ cluster, access }: ClusterDifference, failOn: ReadonlySet<ChangeClass>): Result[] {
  const result = (id: (typeof ids)[number], isError: boolean, text: string, place: Location): Result => ({
    ruleId: `diff/${id}`,
    ruleIndex: ids.indexOf(id),
    level: isError ? 'error' : 'note',
    message: { text: `${text}.` },
    locations: [place],
  });
  const found = changeClasses.flatMap((name) =>
    changesOf(access, name).map(({ difference: { after }, text }) =>
      result(name, failOn.has(name), text, after ? lineLocation(after.file, after.line) : lineLocation(cluster)),
    ),
  );
  if (access.decided) return found;
  return [...found, result('not-decided', failOn.size > 0, notCompared, lineLocation(cluster))];
}
