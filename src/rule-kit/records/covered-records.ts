/** Records that never decide a login, for the rules that report them. */
import type { Covered } from '../../access/coverage.js';
import { matchKey, methodKey } from '../../access/record-meaning.js';
import type { Cluster, HbaRecord } from '../../cluster/types.js';
import { coveredOf, neverPlain } from '../../linter/engine/covered.js';
import type { Report, RuleContext } from '../../linter/rule.js';
import { recordPlace } from './record-places.js';
import { allowsPlain } from './records.js';

/** Every record of a cluster that never decides, with the earlier ones that take its logins. */
export function coveredRecords(cluster: Cluster): Covered[] {
  return coveredOf(cluster).filter(({ coveredBy }) => coveredBy.length > 0);
}

/** Every record that still decides some logins, while earlier ones surely take a part of what it is for. */
export function crossedRecords(cluster: Cluster): Pick<Covered, 'record' | 'partlyBy'>[] {
  return coveredOf(cluster).filter(({ partlyBy }) => partlyBy.length > 0);
}

/**
 * The records that never decide about a connection without encryption, although they may match some.
 *
 * @param allRecords of the rule's context: earlier records decide this
 */
export function recordsWithoutPlain(cluster: Cluster, allRecords: RuleContext['allRecords']): ReadonlySet<HbaRecord> {
  allRecords();
  return neverPlain(cluster);
}

/** Whether the earlier records do just what the covered one would have done: then it is superfluous, not wrong. */
export function isSuperfluous({ record, coveredBy }: Covered): boolean {
  const wanted = methodKey(record);
  return coveredBy.every((earlier) => methodKey(earlier) === wanted && !isPlainer(earlier, record));
}

/** What a record that never decides comes from: the record above it that takes all, where a single one does. */
export function causeOf({ coveredBy }: Pick<Covered, 'coveredBy'>): Report['cause'] {
  const [earlier, ...others] = coveredBy;
  if (earlier === undefined || others.length > 0) return undefined;
  return { key: `${earlier.file.path} ${earlier.start}`, at: recordPlace(earlier) };
}

/** Whether both match the very same connections. */
export function isSameMatch(a: HbaRecord, b: HbaRecord): boolean {
  return matchKey(a) === matchKey(b);
}

/** Whether the earlier record takes unencrypted connections, and the later one only encrypted ones. */
export function isPlainer(earlier: HbaRecord, later: HbaRecord): boolean {
  return allowsPlain(earlier) && (later.connectionType === 'hostssl' || later.connectionType === 'hostgssenc');
}
