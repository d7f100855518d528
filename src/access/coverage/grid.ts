/** Which pairs of a record's two columns are done with: a row of bits for each database element. */
export class Grid {
  readonly #rows: Uint32Array[];
  readonly #mask: Uint32Array;
  readonly #columns: number;

  constructor(rows: number, columns: number) {
    this.#columns = columns;
    this.#mask = new Uint32Array((columns + 31) >>> 5);
    this.#rows = Array.from({ length: rows }, () => new Uint32Array(this.#mask.length));
  }

  /** How many words of bits a row has. */
  get words(): number {
    return this.#mask.length;
  }

  add(row: number, column: number): void {
    this.#rows[row]![column >>> 5]! |= 1 << (column & 31);
  }

  /** The first column of a row, from one on, that is not done; undefined where there is none. */
  nextOpen(row: number, from: number): number | undefined {
    const bits = this.#rows[row]!;
    for (let column = from; column < this.#columns; column = (column | 31) + 1) {
      const open = ~bits[column >>> 5]! & (-1 << (column & 31));
      if (open === 0) continue;
      const found = (column & ~31) + 31 - Math.clz32(open & -open);
      return found < this.#columns ? found : undefined;
    }
    return undefined;
  }

  /** Adds every pair of these rows and columns. */
  addProduct(rows: readonly number[], columns: readonly number[]): void {
    const mask = this.#mask.fill(0);
    for (const column of columns) mask[column >>> 5]! |= 1 << (column & 31);
    for (const row of rows) {
      const bits = this.#rows[row]!;
      for (let word = 0; word < mask.length; word++) bits[word]! |= mask[word]!;
    }
  }
}
