import { budgetFor } from '../../access/budget.js';
import { type Covered, coverage } from '../../access/coverage.js';
import { methodKey } from '../../access/record-meaning.js';
import type { Major } from '../../catalog/majors.js';
import type { Cluster, HbaReading, HbaRecord } from '../../cluster/types.js';

const known = new WeakMap<HbaReading, Covered[]>();
const idle = new WeakMap<HbaReading, Set<HbaRecord>>();
/** By the first record: what was found for the very same records, which majors share where they read them alike. */
const ofSame = new WeakMap<HbaRecord, { records: readonly HbaRecord[]; covered: Covered[] }>();
const withoutPlain = new WeakMap<HbaReading, ReadonlySet<HbaRecord>>();

/** What earlier records take of later ones in a cluster's pg_hba.conf; computed once for all that ask. */
export function coveredOf({ hba, target }: Pick<Cluster, 'hba' | 'target'>): Covered[] {
  if (hba === undefined) return [];
  let covered = known.get(hba) ?? coveredOfSame(hba);
  if (covered === undefined) {
    // An include that comes twice brings its lines twice: a line does not cover itself.
    const budget = budgetFor(hba.files);
    covered = coverage(hba.records, { target, partly: true, doing: methodKey, budget }).filter(
      ({ record, coveredBy }) => !coveredBy.some(({ file, start }) => file === record.file && start === record.start),
    );
    const [first] = hba.records;
    if (first !== undefined) ofSame.set(first, { records: hba.records, covered });
  }
  known.set(hba, covered);
  return covered;
}

/** What the major says matters only to regular expressions, and no record with one is shared. */
function coveredOfSame({ records }: HbaReading): Covered[] | undefined {
  const [first] = records;
  const before = first === undefined ? undefined : ofSame.get(first);
  if (before?.records.length !== records.length) return undefined;
  return records.every((record, index) => record === before.records[index]) ? before.covered : undefined;
}

/** The records of a cluster that decide about some login at least; broken ones, which no server has, among them. */
export function decidingRecords(cluster: Pick<Cluster, 'hba' | 'target'>): HbaRecord[] {
  const { hba } = cluster;
  if (hba === undefined) return [];
  let never = idle.get(hba);
  if (never === undefined) {
    never = new Set(coveredOf(cluster).flatMap(({ record, coveredBy }) => (coveredBy.length > 0 ? record : [])));
    idle.set(hba, never);
  }
  return never.size === 0 ? hba.records : hba.records.filter((record) => !never.has(record));
}

/**
 * The records that never decide about a connection without encryption, although they may match some: earlier records,
 * alone or together, take them all (`hostnossl all all 0.0.0.0/0 reject` and the same for `::/0`).
 */
export function neverPlain({ hba, target }: Pick<Cluster, 'hba' | 'target'>): ReadonlySet<HbaRecord> {
  if (hba === undefined) return none;
  let found = withoutPlain.get(hba);
  if (found === undefined) {
    // A record of type host that takes the plain connections of another one takes all of them, and is known for that.
    const isForPlain = ({ connectionType }: HbaRecord) =>
      connectionType === 'hostnossl' || connectionType === 'hostnogssenc';
    found = hba.records.some(isForPlain) ? withoutPlainIn(hba, target) : none;
    withoutPlain.set(hba, found);
  }
  return found;
}

const none: ReadonlySet<HbaRecord> = new Set();

function withoutPlainIn({ records, files }: HbaReading, target: Major): ReadonlySet<HbaRecord> {
  const covered = coverage(records, { target, transports: ['plain'], budget: budgetFor(files) });
  return new Set(covered.flatMap(({ record, coveredBy }) => (coveredBy.length > 0 ? record : [])));
}
