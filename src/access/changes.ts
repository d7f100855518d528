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
import { areApart, everyLogin, intersectRegions, type Region, sizeOf, subtractRegion } from './regions/region.js';

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

/** Regions of one record, and in all, before what is left counts as unclear. */
const mostRegions = 4_000;
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
  const old = new Walk(before, { target, budget });
  const now = new Walk(after, { target, budget });
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

/** Regions put together as far as that does not take too long. */
function merged(regions: Region[], budget: Budget): Region[] {
  try {
    return mergeRegions(regions, budget.portion());
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error;
    return regions;
  }
}

/** The walk through one file, for whole regions instead of single logins. */
class Walk {
  readonly #records: readonly HbaRecord[];
  readonly #regions: Region[][];
  readonly #everything: Region;
  readonly #comparing: Comparing;

  constructor({ records, transports }: AccessSide, comparing: Comparing) {
    this.#records = records;
    this.#regions = records.map((record) => (isLoaded(record) ? regionsOf(record, transports) : []));
    this.#everything = everyLogin(transports);
    this.#comparing = comparing;
  }

  /**
   * The logins that a record decides.
   *
   * @throws OutOfBudget
   */
  decidedBy(index: number, portion: Portion): Region[] {
    let left: Region[] = [];
    let rest = [this.#everything];
    for (const part of this.#regions[index]!) {
      left.push(...rest.flatMap((region) => this.#common(region, part, portion) ?? []));
      rest = this.#without(rest, [part], portion);
    }
    for (let earlier = 0; earlier < index && left.length > 0; earlier++)
      left = this.#without(left, this.#regions[earlier]!, portion);
    return left;
  }

  /**
   * Splits a region by the records that decide.
   *
   * @throws OutOfBudget
   */
  *decisions(region: Region, portion: Portion): Generator<[Region, number | undefined]> {
    let left = [region];
    for (let index = 0; index < this.#records.length && left.length > 0; index++) {
      for (const part of this.#regions[index]!) {
        const taken = left.flatMap((one) => this.#common(one, part, portion) ?? []);
        if (taken.length === 0) continue;
        for (const one of taken) yield [one, index];
        left = this.#without(left, [part], portion);
      }
    }
    for (const one of left) yield [one, undefined];
  }

  #without(regions: Region[], parts: readonly Region[], portion: Portion): Region[] {
    let left = regions;
    for (const part of parts) {
      const meeting = left.map((region) => this.#common(region, part, portion) !== undefined);
      if (!meeting.includes(true)) continue;
      left = left.flatMap((region, index) => {
        if (!meeting[index]) return [region];
        portion.spend(8 * (sizeOf(region) + sizeOf(part)));
        return subtractRegion(region, part, this.#comparing);
      });
      if (left.length > mostRegions) throw new OutOfBudget();
    }
    return left;
  }

  #common(a: Region, b: Region, portion: Portion): Region | undefined {
    portion.spend(
      2 +
        ((Math.min(a.users.names.size, b.users.names.size) +
          Math.min(a.databases.names.size, b.databases.names.size)) >>
          2),
    );
    if (areApart(a, b)) return undefined;
    portion.spend(4 + sizeOf(a) + sizeOf(b));
    return intersectRegions(a, b, this.#comparing);
  }
}

function isLoaded(record: HbaRecord): boolean {
  return record.error?.severity !== 'error' && record.connectionType !== undefined;
}
