/** Whether the addresses of cells together contain those of a record, and which records do it. */
import type { Address } from '../../cluster/types.js';
import type { Portion } from '../budget.js';
import { type AddressLine, type Cube, isContiguous, type Network, opaqueKeys, type Range } from './address-line.js';
import type { Cell } from './cells.js';
import { intersect, type OwnedCube, ownersOfCube } from './cubes.js';
import type { RangeUnion } from './segments.js';

/** So many records are named. */
export const mostNamed = 1_000;

/** What finding a place among ranges, comparing two networks, and making one cost. */
const stepsPerLookUp = 4;
const stepsPerTest = 6;
const stepsPerNetwork = 20;

/** A union remembers for each part the record that brought it first, so that of a part earlier records can be told. */
function coveredUntil(ranges: RangeUnion, position: number, before: number): number {
  return before === Number.POSITIVE_INFINITY
    ? ranges.coveredUntil(position)
    : ranges.coveredUntilBefore(position, before);
}

/** One question about addresses. */
export class Collector {
  readonly #line: AddressLine;
  readonly #portion: Portion;
  readonly #before: number;

  /** @param before only records with lower numbers count */
  constructor(line: AddressLine, portion: Portion, before: number = Number.POSITIVE_INFINITY) {
    this.#line = line;
    this.#portion = portion;
    this.#before = before;
  }

  /**
   * Tells whether cells together contain an address.
   *
   * @param together gets the records that do it, at most one more than `mostNamed`, where they are wanted
   * @throws OutOfBudget
   */
  contains(address: Address | undefined, cells: readonly Cell[], together?: Set<number>): boolean {
    this.#portion.spend(cells.length);
    if (address?.kind === 'network' && !isContiguous(address)) return this.#containsCube(address, cells, together);
    if (cells.some(({ hasOpaque }) => hasOpaque)) {
      for (const key of opaqueKeys(address, this.#line)) {
        this.#portion.spend(stepsPerLookUp * cells.length + String(key).length);
        for (const cell of cells) {
          const owner = cell.ownerOf(key, this.#line);
          if (!this.#counts(owner)) continue;
          together?.add(owner);
          return true;
        }
      }
    }
    const range = address?.kind === 'network' ? this.#line.rangeOf(address) : this.#line.all;
    return this.#containsRange(range, cells, together);
  }

  #containsRange(range: Range, cells: readonly Cell[], together: Set<number> | undefined): boolean {
    const hasCubes = cells.some(({ cubes }) => cubes.length > 0);
    // What all records do not cover, those before one of them do not: all of them are seen in longer stretches.
    const isPart = this.#before !== Number.POSITIVE_INFINITY && !hasCubes;
    if (isPart && !this.#coversRange(range, cells, hasCubes, undefined, Number.POSITIVE_INFINITY)) return false;
    if (!this.#coversRange(range, cells, hasCubes, together, this.#before)) return false;
    if (together) this.#addOwners(range, cells, together);
    return true;
  }

  #coversRange(
    [start, end]: Range,
    cells: readonly Cell[],
    hasCubes: boolean,
    together: Set<number> | undefined,
    before: number,
  ): boolean {
    let parts: OwnedCube[] | undefined;
    for (let position = start; position < end; ) {
      this.#portion.spend(stepsPerLookUp * cells.length);
      let reached = position;
      for (const { ranges } of cells) {
        const until = coveredUntil(ranges, position, before);
        if (until > reached) reached = until;
      }
      if (reached === position) {
        if (!hasCubes) return false;
        this.#portion.spend(stepsPerLookUp * cells.length);
        reached = end;
        for (const { ranges } of cells) reached = Math.min(reached, ranges.nextOwned(position));
        parts ??= this.#cubesOf(cells);
        if (!this.#cubesContain([position, reached], parts, together)) return false;
      }
      position = reached;
    }
    return true;
  }

  /** Whether networks with holes in their masks fill a gap between ranges. */
  #cubesContain(gap: Range, parts: readonly OwnedCube[], together: Set<number> | undefined): boolean {
    for (const cube of this.#line.cubesOf(gap)) {
      this.#portion.spend(stepsPerNetwork);
      const owners = ownersOfCube(cube, parts, this.#portion);
      if (!owners) return false;
      for (const owner of owners) together?.add(owner);
    }
    return true;
  }

  #counts(owner: number | undefined): owner is number {
    return owner !== undefined && owner < this.#before;
  }

  /** Networks with holes in their masks. */
  #cubesOf(cells: readonly Cell[]): OwnedCube[] {
    const found: OwnedCube[] = [];
    for (const { cubes } of cells) for (const cube of cubes) if (this.#counts(cube.owner)) found.push(cube);
    this.#portion.spend(found.length);
    return found;
  }

  #holdsPoint(point: Cube, cells: readonly Cell[], parts: readonly OwnedCube[]): boolean {
    this.#portion.spend(stepsPerLookUp * cells.length + stepsPerTest * parts.length);
    const [position] = this.#line.hullOf(point);
    const isInRange = cells.some(({ ranges }) => coveredUntil(ranges, position, this.#before) > position);
    return isInRange || parts.some((part) => intersect(part, point));
  }

  /** The records that make up a covered range: from each place the one that reaches farthest. */
  #addOwners([start, end]: Range, cells: readonly Cell[], together: Set<number>): void {
    for (let position = start; position < end && together.size <= mostNamed; ) {
      let best: { end: number; owner: number } | undefined;
      for (const { ranges } of cells) {
        const owned = ranges.ownerAt(position);
        if (owned && owned.end > (best?.end ?? position)) best = owned;
      }
      if (best) together.add(best.owner);
      // A gap here is covered by a network with holes in its mask, which is named already.
      position = best?.end ?? Math.min(...cells.map(({ ranges }) => ranges.nextOwned(position)));
    }
  }

  /** The same for a network with holes in its mask. */
  #containsCube(network: Network, cells: readonly Cell[], together: Set<number> | undefined): boolean {
    const cube = { family: network.family, value: network.address & network.mask, mask: network.mask };
    const [start, end] = this.#line.hullOf(cube);
    const key = this.#line.keyOf(network);
    for (const cell of cells) {
      const owner = cell.ownerOf(key, this.#line);
      if (!this.#counts(owner)) continue;
      together?.add(owner);
      return true;
    }
    const parts = this.#cubesOf(cells);
    const full = network.family === 4 ? 0xffffffffn : (1n << 128n) - 1n;
    // Its first and its last address are looked for at once; most often one of them is free.
    for (const point of [cube.value, cube.value | (full ^ cube.mask)]) {
      if (!this.#holdsPoint({ family: network.family, value: point, mask: full }, cells, parts)) return false;
    }
    for (const { ranges } of cells) {
      for (let position = start; position < end; ) {
        const owned = ranges.ownerAt(position);
        this.#portion.spend(stepsPerLookUp);
        if (owned && this.#counts(owned.owner)) {
          for (const part of this.#line.cubesOf([owned.start, owned.end])) {
            this.#portion.spend(stepsPerNetwork);
            if (intersect(part, cube)) parts.push({ ...part, owner: owned.owner });
          }
        }
        position = owned?.end ?? ranges.nextOwned(position);
      }
    }
    const owners = ownersOfCube(cube, parts, this.#portion);
    if (!owners) return false;
    for (const owner of owners) together?.add(owner);
    return true;
  }
}
