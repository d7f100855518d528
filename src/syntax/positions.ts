/** A place as people and editors name it: both numbers start at 1, columns count UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** Where each line of a text starts; made once a text, and only when something is printed. */
export class LineTable {
  readonly #starts: number[];

  constructor(text: string) {
    this.#starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** How many lines there are; a text that ends with a line end has an empty last line. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which a 1-based line starts. */
  startOfLine(line: number): number {
    return this.#starts[Math.max(0, Math.min(line, this.#starts.length) - 1)]!;
  }

  /** Line and column of an offset, by binary search. */
  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}
