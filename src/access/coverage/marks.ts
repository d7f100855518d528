import type { Element } from './elements.js';

/** A set of elements of one column that is made anew, and asked, very often. */
export class Marks {
  #stamps = new Int32Array(64);
  #now = 0;

  /**
   * Makes these elements the whole set.
   *
   * @returns a number for `isSince`
   */
  set(elements: readonly Element[]): number {
    this.#now++;
    for (const { id } of elements) {
      if (id >= this.#stamps.length) {
        const longer = new Int32Array(2 * id);
        longer.set(this.#stamps);
        this.#stamps = longer;
      }
      this.#stamps[id] = this.#now;
    }
    return this.#now;
  }

  /** Whether the set is still the one of which `set` gave a number. */
  isSince(number: number): boolean {
    return this.#now === number;
  }

  /** Whether one of these is in the set. */
  hasAny(ids: readonly number[]): boolean {
    for (const id of ids) if (this.#stamps[id] === this.#now) return true;
    return false;
  }
}
