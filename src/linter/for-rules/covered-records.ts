/** Records that never decide a login, for the rules that report them. */
import { type Covered, coverage } from '../../access/coverage.js';
import type { Cluster, HbaReading, HbaRecord } from '../../cluster/types.js';
import { matchKey, methodKey } from './record-meaning.js';
import { allowsPlain } from './records.js';

const known = new WeakMap<HbaReading, Covered[]>();

/** Every record of a cluster that never decides, with the earlier ones that take its logins. */
export function coveredRecords(cluster: Cluster): Covered[] {
  return compared(cluster).filter(({ coveredBy }) => coveredBy.length > 0);
}

/** Every record that still decides some logins, while earlier ones surely take a part of what it is for. */
export function crossedRecords(cluster: Cluster): Pick<Covered, 'record' | 'partlyBy'>[] {
  return compared(cluster).filter(({ partlyBy }) => partlyBy.length > 0);
}

/** Computed once for all rules. */
function compared({ hba, target }: Cluster): Covered[] {
  if (hba === undefined) return [];
  let covered = known.get(hba);
  if (covered === undefined) {
    // An include that comes twice brings its lines twice: a line does not cover itself.
    covered = coverage(hba.records, { target, partly: true, doing: methodKey }).filter(
      ({ record, coveredBy }) => !coveredBy.some(({ file, start }) => file === record.file && start === record.start),
    );
    known.set(hba, covered);
  }
  return covered;
}

/** Whether the earlier records do just what the covered one would have done: then it is superfluous, not wrong. */
export function isSuperfluous({ record, coveredBy }: Covered): boolean {
  const wanted = methodKey(record);
  return coveredBy.every((earlier) => methodKey(earlier) === wanted && !isPlainer(earlier, record));
}

/** Whether both match the very same connections. */
export function isSameMatch(a: HbaRecord, b: HbaRecord): boolean {
  return matchKey(a) === matchKey(b);
}

/** Whether the earlier record takes unencrypted connections, and the later one only encrypted ones. */
export function isPlainer(earlier: HbaRecord, later: HbaRecord): boolean {
  return allowsPlain(earlier) && (later.connectionType === 'hostssl' || later.connectionType === 'hostgssenc');
}
