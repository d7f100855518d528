/**
 * Records with long lists, found by what they have in both columns. Their pairs of elements are never written out: for each element
 * there is a set of bits, one a record, and what is wanted of both columns is a union of such sets and their intersection.
 */
import type { Budget } from '../budget.js';
import type { Range } from './address-line.js';
import type { Element } from './elements.js';

/** Sets of record numbers by element. */
class Postings {
  readonly #sets: (Uint32Array | undefined)[] = [];
  /** Unions that were wanted, until something is added; who asks keeps the lists of elements and asks with them again. */
  #united: WeakMap<readonly number[], Uint32Array> | undefined;

  add(element: number, position: number): void {
    this.#united = undefined;
    const word = position >>> 5;
    let bits = this.#sets[element];
    if (bits === undefined || word >= bits.length) {
      const longer = new Uint32Array(Math.max(4, 2 * word));
      if (bits !== undefined) longer.set(bits);
      this.#sets[element] = bits = longer;
    }
    bits[word]! |= 1 << (position & 31);
  }

  /** The sets of those of these elements that have one; many of them united. */
  of(elements: readonly number[], budget: Budget): Uint32Array[] {
    const known = this.#united?.get(elements);
    if (known !== undefined) return [known];
    const sets: Uint32Array[] = [];
    for (const element of elements) {
      const set = this.#sets[element];
      if (set !== undefined) sets.push(set);
    }
    budget.spend(elements.length);
    if (sets.length <= fewSets) return sets;
    const all = united(sets);
    budget.spend((sets.length * all.length) >> 3);
    this.#united ??= new WeakMap();
    this.#united.set(elements, all);
    return [all];
  }
}

/** Uniting more sets than this word by word, as far as they are wanted, takes longer than uniting them at once. */
const fewSets = 4;

function united(sets: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(Math.max(...sets.map(({ length }) => length)));
  for (const set of sets) for (let word = 0; word < set.length; word++) all[word]! |= set[word]!;
  return all;
}

function wordOf(sets: readonly Uint32Array[], word: number): number {
  let bits = 0;
  for (const set of sets) if (word < set.length) bits |= set[word]!;
  return bits;
}

export class ProductIndex {
  readonly #databases = new Postings();
  readonly #users = new Postings();
  readonly #budget: Budget;
  #starts = new Float64Array(64);
  #ends = new Float64Array(64);
  #size = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /**
   * Adds a record.
   *
   * @param hull the smallest range of the line with all of its addresses
   * @returns its position, rising from 0
   */
  add(databases: readonly Element[], users: readonly Element[], hull: Range): number {
    const position = this.#size++;
    if (position >= this.#starts.length) {
      this.#starts = longer(this.#starts);
      this.#ends = longer(this.#ends);
    }
    [this.#starts[position], this.#ends[position]] = hull;
    for (const { id } of databases) this.#databases.add(id, position);
    for (const { id } of users) this.#users.add(id, position);
    return position;
  }

  /**
   * Finds the records that have one of these elements in each column and whose hull meets a range, in order.
   *
   * @param databases undefined stands for any
   * @param users undefined stands for any
   */
  *having(
    databases: readonly number[] | undefined,
    users: readonly number[] | undefined,
    [start, end]: Range,
  ): Generator<number> {
    if (this.#size === 0) return;
    const inDatabases = databases && this.#databases.of(databases, this.#budget);
    const inUsers = users && this.#users.of(users, this.#budget);
    if (inDatabases?.length === 0 || inUsers?.length === 0) return;
    for (let word = 0; word <= (this.#size - 1) >>> 5; word++) {
      this.#budget.spend(1);
      let bits = inDatabases === undefined ? -1 : wordOf(inDatabases, word);
      if (bits !== 0 && inUsers !== undefined) bits &= wordOf(inUsers, word);
      for (; bits !== 0; bits &= bits - 1) {
        const position = (word << 5) + 31 - Math.clz32(bits & -bits);
        if (position < this.#size && this.#starts[position]! < end && start < this.#ends[position]!) yield position;
      }
    }
  }
}

function longer(numbers: Float64Array): Float64Array<ArrayBuffer> {
  const all = new Float64Array(2 * numbers.length);
  all.set(numbers);
  return all;
}
