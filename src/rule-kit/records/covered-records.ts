/** Records that never decide a login, for the rules that report them. */
import { type Covered, coverage } from '../../access/coverage.js';
import { matchKey, methodKey } from '../../access/record-meaning.js';
import type { Cluster, HbaReading, HbaRecord } from '../../cluster/types.js';
import { coveredOf } from '../../linter/engine/covered.js';
import type { Report } from '../../linter/rule.js';
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

const withoutPlain = new WeakMap<HbaReading, ReadonlySet<HbaRecord>>();

/**
 * The records that never decide about a connection without encryption, although they may match some: earlier records,
 * alone or together, take them all (`hostnossl all all 0.0.0.0/0 reject` and the same for `::/0`).
 */
export function recordsWithoutPlain({ hba, target }: Pick<Cluster, 'hba' | 'target'>): ReadonlySet<HbaRecord> {
  // A record of type host that takes the plain connections of another one takes all of them, and is known for that.
  const types = ['hostnossl', 'hostnogssenc'];
  if (hba === undefined || !hba.records.some(({ connectionType = '' }) => types.includes(connectionType)))
    return new Set();
  let found = withoutPlain.get(hba);
  if (found === undefined) {
    const covered = coverage(hba.records, { target, transports: ['plain'] });
    found = new Set(covered.flatMap(({ record, coveredBy }) => (coveredBy.length > 0 ? record : [])));
    withoutPlain.set(hba, found);
  }
  return found;
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
