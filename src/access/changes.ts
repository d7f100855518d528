/**
 * Which logins another pg_hba.conf decides differently, computed by sets.
 *
 * Records that both files have in the same order decide the same logins unless another record comes before them. So every
 * login that is decided differently is decided, in one of the files, by a record that the other one has not (there).
 */
import type { Major } from '../catalog/majors.js';
import type { HbaRecord } from '../cluster/types.js';
import type { Transport } from './login.js';
import { mergeRegions } from './regions/merge.js';
import { regionsOf } from './regions/record-regions.js';
import { areApart, everyLogin, intersectRegions, type Region, subtractRegion } from './regions/region.js';

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
  /** Records whose logins are too many different ones to be told apart; of them nothing is claimed. */
  unclear: HbaRecord[];
}

/** Regions of one record, and comparisons of regions in all, before what is left counts as unclear. */
const mostRegions = 4_000;
const mostComparisons = 20_000_000;

class TooManyRegions extends Error {}

/**
 * Compares two files.
 *
 * @param pairs for each record of `after` the number of the same record of `before`, in rising order; undefined where
 *   `before` has none there. Same ones match the same logins and treat them the same way.
 * @param target the major whose expressions count
 */
export function accessChanges(
  before: AccessSide,
  after: AccessSide,
  pairs: readonly (number | undefined)[],
  target: Major,
): AccessChanges {
  const kept = new Set(pairs.filter((index) => index !== undefined));
  const old = new Walk(before, target);
  const now = new Walk(after, target);
  const found = new Map<string, AccessChange>();
  const unclear: HbaRecord[] = [];
  const note = (region: Region, from: number | undefined, to: number | undefined) => {
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
  const attempt = (record: HbaRecord, work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof TooManyRegions)) throw error;
      unclear.push(record);
    }
  };
  before.records.forEach((record, from) => {
    if (kept.has(from)) return;
    attempt(record, () => {
      for (const region of old.decidedBy(from)) for (const [part, to] of now.decisions(region)) note(part, from, to);
    });
  });
  after.records.forEach((record, to) => {
    if (pairs[to] !== undefined) return;
    attempt(record, () => {
      for (const region of now.decidedBy(to)) {
        for (const [part, from] of old.decisions(region)) {
          // The others were found from the other side.
          if (from === undefined || kept.has(from)) note(part, from, to);
        }
      }
    });
  });
  const changes = [...found.values()].map((change) => ({ ...change, regions: mergeRegions(change.regions) }));
  return { changes, unclear };
}

/** The walk through one file, for whole regions instead of single logins. */
class Walk {
  readonly #records: readonly HbaRecord[];
  readonly #regions: Region[][];
  readonly #everything: Region;
  readonly #target: Major;
  #comparisons = 0;

  constructor({ records, transports }: AccessSide, target: Major) {
    this.#records = records;
    this.#regions = records.map((record) => (isLoaded(record) ? regionsOf(record, transports) : []));
    this.#everything = everyLogin(transports);
    this.#target = target;
  }

  /** The logins that a record decides. */
  decidedBy(index: number): Region[] {
    let left: Region[] = [];
    let rest = [this.#everything];
    for (const part of this.#regions[index]!) {
      left.push(...rest.flatMap((region) => this.#common(region, part) ?? []));
      rest = this.#without(rest, [part]);
    }
    for (let earlier = 0; earlier < index && left.length > 0; earlier++)
      left = this.#without(left, this.#regions[earlier]!);
    return left;
  }

  /** Splits a region by the records that decide. */
  *decisions(region: Region): Generator<[Region, number | undefined]> {
    let left = [region];
    for (let index = 0; index < this.#records.length && left.length > 0; index++) {
      for (const part of this.#regions[index]!) {
        const taken = left.flatMap((one) => this.#common(one, part) ?? []);
        if (taken.length === 0) continue;
        for (const one of taken) yield [one, index];
        left = this.#without(left, [part]);
      }
    }
    for (const one of left) yield [one, undefined];
  }

  #without(regions: Region[], parts: readonly Region[]): Region[] {
    let left = regions;
    for (const part of parts) {
      const meeting = left.map((region) => this.#common(region, part) !== undefined);
      if (!meeting.includes(true)) continue;
      left = left.flatMap((region, index) => (meeting[index] ? subtractRegion(region, part, this.#target) : [region]));
      if (left.length > mostRegions) throw new TooManyRegions();
    }
    return left;
  }

  #common(a: Region, b: Region): Region | undefined {
    if (++this.#comparisons > mostComparisons) throw new TooManyRegions();
    return areApart(a, b) ? undefined : intersectRegions(a, b, this.#target);
  }
}

function isLoaded(record: HbaRecord): boolean {
  return record.error?.severity !== 'error' && record.connectionType !== undefined;
}
