/**
 * Which logins another pg_hba.conf decides differently, computed by sets.
 *
 * Records that both files have in the same order decide the same logins unless another record comes before them. So every
 * login that is decided differently is decided, in one of the files, by a record that the other one has not (there).
 */
import type { Major } from '../catalog/majors.js';
import type { HbaRecord } from '../cluster/types.js';
import { type Budget, OutOfBudget, type Portion, unlimited } from './budget.js';
import type { Transport } from './login.js';
import type { Comparing } from './regions/comparing.js';
import { mergeRegions } from './regions/merge.js';
import { regionsOf } from './regions/record-regions.js';
import { everyLogin, type Region } from './regions/region.js';
import { isLoaded, Walk } from './regions/walk.js';

/** A pg_hba.conf as one side of a comparison. */
export interface AccessSide {
  /** In the server's order; broken ones count as absent. */
  records: readonly HbaRecord[];
  /** The ways in which connections can come. */
  transports: readonly Transport[];
}

/** Logins that both files decide, each in its own way. */
export interface AccessChange {
  /** Without overlaps. */
  regions: Region[];
  /** The records that decide; undefined where none matches, and where connections cannot come that way. */
  before: HbaRecord | undefined;
  after: HbaRecord | undefined;
}

export interface AccessChanges {
  changes: AccessChange[];
  /** Records whose logins are too many different ones to be told apart, or too much work: of them not all is told. */
  unclear: HbaRecord[];
}

/** Regions in all, before what is left counts as unclear. */
const mostRegionsTogether = 5_000;

/** What is looked at first, so that it is told whatever comes after it. */
const weakMethods = ['trust', 'password', 'ident'];

/**
 * Compares two files.
 *
 * @param pairs for each record of `after` the number of the same record of `before`, in rising order; undefined where
 *   `before` has none there. Same ones match the same logins and treat them the same way.
 * @param target the major whose expressions count
 * @param budget what all of it may cost
 */
export function accessChanges(
  before: AccessSide,
  after: AccessSide,
  pairs: readonly (number | undefined)[],
  target: Major,
  budget: Budget = unlimited(),
): AccessChanges {
  const kept = new Set(pairs.filter((index) => index !== undefined));
  const old = walkOf(before, { target, budget });
  const now = walkOf(after, { target, budget });
  let told = 0;
  const found = new Map<string, AccessChange>();
  const unclear: HbaRecord[] = [];
  const note = (region: Region, from: number | undefined, to: number | undefined) => {
    if (++told > mostRegionsTogether) throw new OutOfBudget();
    const key = `${from} ${to}`;
    const change = found.get(key);
    if (change) change.regions.push(region);
    else
      found.set(key, {
        regions: [region],
        before: from === undefined ? undefined : before.records[from],
        after: to === undefined ? undefined : after.records[to],
      });
  };
  const attempt = (record: HbaRecord, work: (portion: Portion) => void) => {
    try {
      work(budget.portion());
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      unclear.push(record);
    }
  };
  const explainOld = (record: HbaRecord, from: number) =>
    attempt(record, (portion) => {
      for (const region of old.decidedBy(from, portion)) {
        for (const [part, to] of now.decisions(region, portion)) note(part, from, to);
      }
    });
  const explainNew = (record: HbaRecord, to: number) =>
    attempt(record, (portion) => {
      for (const region of now.decidedBy(to, portion)) {
        for (const [part, from] of old.decisions(region, portion)) {
          // The others are found from the other side.
          if (from === undefined || kept.has(from)) note(part, from, to);
        }
      }
    });
  const news = [...after.records.entries()].filter(([to]) => pairs[to] === undefined);
  const isWeak = ({ method = '' }: HbaRecord) => weakMethods.includes(method);
  for (const [to, record] of news) if (isWeak(record)) explainNew(record, to);
  for (const [from, record] of before.records.entries()) if (!kept.has(from)) explainOld(record, from);
  for (const [to, record] of news) if (!isWeak(record)) explainNew(record, to);
  const changes = [...found.values()].map((change) => ({ ...change, regions: merged(change.regions, budget) }));
  return { changes, unclear };
}

/** The walk through one side, for questions about it alone. */
export function walkOf({ records, transports }: AccessSide, comparing: Comparing): Walk {
  const regions = records.map((record) => (isLoaded(record) ? regionsOf(record, transports) : []));
  return new Walk(regions, everyLogin(transports), comparing);
}

/** Regions put together as far as that does not take too long. */
function merged(regions: Region[], budget: Budget): Region[] {
  try {
    return mergeRegions(regions, budget.portion());
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error;
    return regions;
  }
}
