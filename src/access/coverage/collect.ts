/** Whether the addresses of cells together contain those of a record, and which records do it. */
import type { Address } from '../../cluster/types.js';
import type { Portion } from '../budget.js';
import { type AddressLine, isContiguous, type Network, opaqueKeys, type Range } from './address-line.js';
import type { Cell } from './cells.js';
import { type OwnedCube, ownersOfCube } from './cubes.js';
import type { RangeUnion } from './segments.js';

/** So many records are named. */
export const mostNamed = 1_000;

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
        this.#portion.spend(cells.length + String(key).length);
        const owner = cells.map((cell) => cell.ownerOf(key, this.#line)).find((found) => this.#counts(found));
        if (owner === undefined) continue;
        together?.add(owner);
        return true;
      }
    }
    const range = address?.kind === 'network' ? this.#line.rangeOf(address) : this.#line.all;
    return this.#containsRange(range, cells, together);
  }

  #containsRange([start, end]: Range, cells: readonly Cell[], together: Set<number> | undefined): boolean {
    const gaps: Range[] = [];
    const hasCubes = cells.some(({ cubes }) => cubes.length > 0);
    for (let position = start; position < end; ) {
      let reached = position;
      for (const { ranges } of cells) {
        const until = this.#coveredUntil(ranges, position);
        if (until > reached) reached = until;
      }
      if (reached === position) {
        if (!hasCubes) return false;
        const next = Math.min(end, ...cells.map(({ ranges }) => ranges.nextOwned(position)));
        gaps.push([position, next]);
        reached = next;
      }
      this.#portion.spend(cells.length);
      position = reached;
    }
    const parts = gaps.length === 0 ? [] : this.#cubesOf(cells);
    for (const cube of gaps.flatMap((gap) => this.#line.cubesOf(gap))) {
      const owners = ownersOfCube(cube, parts, this.#portion);
      if (!owners) return false;
      for (const owner of owners) together?.add(owner);
    }
    if (together) this.#addOwners([start, end], cells, together);
    return true;
  }

  #counts(owner: number | undefined): owner is number {
    return owner !== undefined && owner < this.#before;
  }

  /** A union remembers for each part the record that brought it first, so that of a part earlier records can be told. */
  #coveredUntil(ranges: RangeUnion, position: number): number {
    if (this.#before === Number.POSITIVE_INFINITY) return ranges.coveredUntil(position);
    const owned = ranges.ownerAt(position);
    return owned !== undefined && this.#counts(owned.owner) ? owned.end : position;
  }

  /** Networks with holes in their masks. */
  #cubesOf(cells: readonly Cell[]): OwnedCube[] {
    const found: OwnedCube[] = [];
    for (const { cubes } of cells) for (const cube of cubes) if (this.#counts(cube.owner)) found.push(cube);
    this.#portion.spend(found.length);
    return found;
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
    for (const cell of cells) {
      const owner = cell.ownerOf(this.#line.keyOf(network), this.#line);
      if (!this.#counts(owner)) continue;
      together?.add(owner);
      return true;
    }
    const parts = this.#cubesOf(cells);
    for (const { ranges } of cells) {
      for (let position = start; position < end; ) {
        const owned = ranges.ownerAt(position);
        if (owned && this.#counts(owned.owner)) {
          const range: Range = [owned.start, owned.end];
          for (const part of this.#line.cubesOf(range)) parts.push({ ...part, owner: owned.owner });
        }
        this.#portion.spend(4);
        position = owned?.end ?? ranges.nextOwned(position);
      }
    }
    const owners = ownersOfCube(cube, parts, this.#portion);
    if (!owners) return false;
    for (const owner of owners) together?.add(owner);
    return true;
  }
}
