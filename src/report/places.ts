import { relativePath, toCorePath } from '../files/paths.js';
import type { LintResult } from '../linter/engine/lint.js';
import { LineTable } from '../syntax/positions.js';

/** A range as people and tools name it: lines and columns from 1, the end column behind the last character. */
export interface PlaceInFile {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** The files of a result with their line tables, each made once and only when something in it is printed. */
export class Places {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #tables = new Map<string, LineTable>();
  readonly #cwd: string;

  /** @param cwd the folder that paths are shown relative to */
  constructor(result: LintResult, cwd: string) {
    this.#texts = new Map(result.files.map((file) => [file.path, file.text]));
    this.#cwd = toCorePath(cwd);
  }

  /** The path as it is shown: relative to the current folder where it stands below it. */
  shown(path: string): string {
    return relativePath(path, this.#cwd);
  }

  /** Lines and columns of a range; a file that is not part of the result has one line. */
  of({ file, start, end }: { file: string; start: number; end: number }): PlaceInFile {
    const table = this.#table(file);
    const from = table.positionAt(start);
    const to = table.positionAt(end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  }

  /** The text of a line without its line end. */
  lineText(file: string, line: number): string {
    const text = this.#texts.get(file) ?? '';
    const start = this.#table(file).startOfLine(line);
    const end = text.indexOf('\n', start);
    const found = text.slice(start, end === -1 ? text.length : end);
    // Not by an expression, which would look through all of a line that can be as long as a file.
    return found.endsWith('\r') ? found.slice(0, -1) : found;
  }

  /** How many lines a file has. */
  lineCount(file: string): number {
    return this.#table(file).lineCount;
  }

  #table(file: string): LineTable {
    const known = this.#tables.get(file);
    if (known !== undefined) return known;
    const made = new LineTable(this.#texts.get(file) ?? '');
    this.#tables.set(file, made);
    return made;
  }
}
