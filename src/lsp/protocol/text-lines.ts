import type { Position, Range } from 'vscode-languageserver/node';
import type { Span } from '../../syntax/nodes.js';

/** How a client counts columns. */
export type ColumnEncoding = 'utf-16' | 'utf-8';

/** What the client calls the places of a text. Offsets that are given and taken are those of the text. */
export interface Lines {
  /** The whole text. */
  readonly text: string;
  /** How many lines there are; a text that ends with a line end has an empty last line. */
  readonly count: number;
  /** The offset at which a line starts; lines count from 0. */
  startOf(line: number): number;
  /** The offset after the last character of a line, its line end excluded. */
  endOf(line: number): number;
  /** The line of an offset. */
  lineAt(offset: number): number;
  /** What the client calls an offset. */
  positionAt(offset: number): Position;
  /** The offset that a client means; what lies beyond a line or beyond the text means its end. */
  offsetAt(position: Position): number;
  /** What the client calls a span. */
  rangeOf(span: Span): Range;
  /** The span that a client means; a range whose ends are swapped means the same. */
  spanOf(range: Range): Span;
  /** The columns of a piece of one line. */
  columnsOf(span: Span): number;
}

/**
 * Where the lines of a text start as the protocol counts them: `\n`, `\r\n` and a lone `\r` end a line.
 * Offsets are UTF-16 everywhere else; only here are they turned into what the client counts.
 */
export class TextLines implements Lines {
  readonly text: string;
  readonly #encoding: ColumnEncoding;
  #starts: number[] | undefined;

  /**
   * @param text the whole text
   * @param encoding what was agreed on with the client
   */
  constructor(text: string, encoding: ColumnEncoding) {
    this.text = text;
    this.#encoding = encoding;
  }

  /** How many lines there are; a text that ends with a line end has an empty last line. */
  get count(): number {
    return this.#lineStarts().length;
  }

  /** The offset at which a line starts; lines count from 0. */
  startOf(line: number): number {
    return this.#lineStarts()[line] ?? this.text.length;
  }

  /** The offset behind the last character of a line, its line end excluded. */
  endOf(line: number): number {
    const start = this.startOf(line);
    let end = this.#lineStarts()[line + 1] ?? this.text.length;
    if (end > start && this.text[end - 1] === '\n') end--;
    if (end > start && this.text[end - 1] === '\r') end--;
    return end;
  }

  /** The line of an offset, by binary search. */
  lineAt(offset: number): number {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** What the client calls an offset. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(at);
    return { line, character: this.#columns(this.startOf(line), Math.min(at, this.endOf(line))) };
  }

  /** The offset that a client means; what lies behind a line or behind the text means its end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.count) return this.text.length;
    const start = this.startOf(line);
    const end = this.endOf(line);
    if (this.#encoding === 'utf-16') return Math.min(end, start + Math.max(0, character));
    return this.#offsetOfByte(start, end, character);
  }

  /** What the client calls a span. */
  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** The span that a client means; a range whose ends are swapped means the same. */
  spanOf({ start, end }: Range): Span {
    const [a, b] = [this.offsetAt(start), this.offsetAt(end)];
    return a <= b ? { start: a, end: b } : { start: b, end: a };
  }

  /** The columns of a piece of one line. */
  columnsOf({ start, end }: Span): number {
    return this.#columns(start, end);
  }

  #columns(start: number, end: number): number {
    if (this.#encoding === 'utf-16') return end - start;
    return Buffer.byteLength(this.text.slice(start, end), 'utf8');
  }

  /** A column inside a character means its start. */
  #offsetOfByte(start: number, end: number, column: number): number {
    let bytes = 0;
    for (let at = start; at < end; ) {
      const code = this.text.codePointAt(at)!;
      const width = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (bytes + width > column) return at;
      bytes += width;
      at += width === 4 ? 2 : 1;
    }
    return end;
  }

  #lineStarts(): number[] {
    this.#starts ??= this.text.includes('\r') ? startsWithReturns(this.text) : startsOf(this.text);
    return this.#starts;
  }
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsWithReturns(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
