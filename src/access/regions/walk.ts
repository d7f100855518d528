/** The walk through one file, for whole regions instead of single logins. */
import type { HbaRecord } from '../../cluster/types.js';
import { OutOfBudget, type Portion } from '../budget.js';
import type { Comparing } from './comparing.js';
import { areApart, intersectRegions, type Region, sizeOf, subtractRegion } from './region.js';

/** Regions that one step may leave. */
const mostRegions = 4_000;

export class Walk {
  readonly #regions: readonly (readonly Region[])[];
  readonly #everything: Region;
  readonly #comparing: Comparing;

  /**
   * @param regions for each record, in order, the logins that it matches; none for a record that the server does not load
   * @param everything the logins that there are
   */
  constructor(regions: readonly (readonly Region[])[], everything: Region, comparing: Comparing) {
    this.#regions = regions;
    this.#everything = everything;
    this.#comparing = comparing;
  }

  /**
   * The logins that a record decides.
   *
   * @param within of which logins; of all where it is left out
   * @throws OutOfBudget
   */
  decidedBy(index: number, portion: Portion, within: readonly Region[] = [this.#everything]): Region[] {
    let left: Region[] = [];
    let rest = within;
    for (const part of this.#regions[index]!) {
      left.push(...rest.flatMap((region) => this.common(region, part, portion) ?? []));
      rest = this.without(rest, [part], portion);
    }
    for (let earlier = 0; earlier < index && left.length > 0; earlier++)
      left = this.without(left, this.#regions[earlier]!, portion);
    return left;
  }

  /**
   * Splits a region by the records that decide.
   *
   * @returns parts without overlaps, each with the place of the record; without one where no record matches
   * @throws OutOfBudget
   */
  *decisions(region: Region, portion: Portion): Generator<[Region, number | undefined]> {
    let left = [region];
    for (let index = 0; index < this.#regions.length && left.length > 0; index++) {
      for (const part of this.#regions[index]!) {
        const taken = left.flatMap((one) => this.common(one, part, portion) ?? []);
        if (taken.length === 0) continue;
        for (const one of taken) yield [one, index];
        left = this.without(left, [part], portion);
      }
    }
    for (const one of left) yield [one, undefined];
  }

  /**
   * What of some regions is in none of others.
   *
   * @throws OutOfBudget
   */
  without(regions: readonly Region[], parts: readonly Region[], portion: Portion): Region[] {
    let left = [...regions];
    for (const part of parts) {
      const meeting = left.map((region) => this.common(region, part, portion) !== undefined);
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

  /**
   * The logins that are in both of two regions; undefined where there is none.
   *
   * @throws OutOfBudget
   */
  common(a: Region, b: Region, portion: Portion): Region | undefined {
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

/** Whether the server loads a record: others match nothing. */
export function isLoaded(record: HbaRecord): boolean {
  return record.error?.severity !== 'error' && record.connectionType !== undefined;
}
