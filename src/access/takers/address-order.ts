/**
 * Records by the ranges of their addresses. Networks lie within each other or apart, so those that meet one of them are a stretch
 * of the sorted list (what lies within it) and a chain of parents (what lies around it).
 */
import { type AddressLine, isContiguous, type Range } from '../coverage/address-line.js';
import type { Decoded } from '../coverage/decode.js';

export class AddressOrder {
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  readonly #numbers: Int32Array;
  /** For each place the one of the smallest network around it, or of an equal one before it; -1 for none. */
  readonly #parents: Int32Array;
  readonly #depths: Int32Array;
  readonly #places = new Map<number, number>();
  /** Records whose addresses are no ranges: they may meet any other. */
  readonly #others: number[] = [];
  readonly #all: Range;

  /** @param numbers the records that are in it, by their numbers in `decoded` */
  constructor(decoded: readonly Decoded[], numbers: readonly number[], line: AddressLine) {
    this.#all = line.all;
    const ranges = new Map<number, Range>();
    for (const number of numbers) {
      const { address } = decoded[number]!.record;
      if (!address || address.kind === 'all') ranges.set(number, line.all);
      else if (address.kind === 'network' && isContiguous(address)) ranges.set(number, line.rangeOf(address));
      else this.#others.push(number);
    }
    const sorted = [...ranges].sort(([a, [start, end]], [b, other]) => start - other[0] || other[1] - end || a - b);
    this.#starts = Float64Array.from(sorted, ([, [start]]) => start);
    this.#ends = Float64Array.from(sorted, ([, [, end]]) => end);
    this.#numbers = Int32Array.from(sorted, ([number]) => number);
    this.#parents = new Int32Array(sorted.length);
    this.#depths = new Int32Array(sorted.length);
    const open: number[] = [];
    for (const [place, [number, [start]]] of sorted.entries()) {
      while (open.length > 0 && this.#ends[open.at(-1)!]! <= start) open.pop();
      this.#parents[place] = open.at(-1) ?? -1;
      this.#depths[place] = open.length;
      this.#places.set(number, place);
      open.push(place);
    }
  }

  /** How many records may have an address in common with one of them, at most. */
  countMeeting(number: number): number {
    const place = this.#places.get(number);
    if (place === undefined) return this.#numbers.length + this.#others.length;
    return this.#endOf(place) - place + this.#depths[place]! + this.#others.length;
  }

  /** Their numbers, in no order. */
  meeting(number: number): number[] {
    const place = this.#places.get(number);
    if (place === undefined) return [...this.#numbers, ...this.#others];
    const found = [...this.#numbers.subarray(place, this.#endOf(place)), ...this.#others];
    for (let at = this.#parents[place]!; at !== -1; at = this.#parents[at]!) found.push(this.#numbers[at]!);
    return found;
  }

  /** Behind the last place that lies within that of a place. */
  #endOf(place: number): number {
    const end = this.#ends[place]!;
    if (end === this.#all[1] && this.#starts[place] === this.#all[0]) return this.#starts.length;
    let [low, high] = [place + 1, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! < end) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
