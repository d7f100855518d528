/** From the lines of a file to the text that the server's tokenizer sees, and back. */
import type { Major } from '../catalog/majors.js';
import { byteLength, type Encoding } from '../files/encoding.js';
import type { Span } from './span.js';
import { visibleSpans } from './zero-bytes.js';

/** The text that the tokenizer sees. */
export interface LogicalText {
  text: string;
  /** Where the pieces of `text` come from; undefined where it is the file's own text. */
  pieces: PieceMap | undefined;
  /** Lines that do not fit into the server's buffer; their contents are not part of `text`. */
  overlong: Span[];
  /** Offsets in the file at which the server starts a line though no line feed stands before them. */
  cuts: number[];
  /** Offsets in the file of line feeds that the server does not see. */
  hiddenLineFeeds: number[];
}

/** Maps offsets of a logical text to offsets of the file, for offsets that never decrease, or for any. */
export class PieceMap {
  /** Where each piece starts in the logical text, and in the file. */
  readonly #logical: number[] = [];
  readonly #physical: number[] = [];
  #at = 0;

  /** Adds a piece behind those there are. */
  add(logical: number, physical: number): void {
    this.#logical.push(logical);
    this.#physical.push(physical);
  }

  /** The file's offset of a character of the logical text. Cheap where each call asks behind or near the last one. */
  physical(offset: number): number {
    const starts = this.#logical;
    while (this.#at > 0 && starts[this.#at]! > offset) this.#at--;
    while (this.#at + 1 < starts.length && starts[this.#at + 1]! <= offset) this.#at++;
    return this.#physical[this.#at]! + offset - starts[this.#at]!;
  }

  /** The file's offset behind a character: the end of a span. */
  physicalEnd(end: number): number {
    return this.physical(end - 1) + 1;
  }
}

/** What the server takes out from 14 on: a backslash at the end of a physical line with the line end, or at the end of the file. */
const continuation = /\\\r*(?:\n|$)/g;

/** The buffer of one physical line in bytes, terminating zero included (MAX_LINE of hba.c). */
const lineBuffer: Partial<Record<Major, number>> = { 10: 8192, 11: 20480, 12: 20480, 13: 20480 };

/**
 * Makes the text that the tokenizer of hba.c sees. From 14 on: continuations joined, what a zero byte hides taken out.
 * Up to 13: the rest of a line behind a zero byte taken out, lines cut where they overflow the server's buffer.
 *
 * @param text a whole pg_hba.conf, pg_ident.conf or pg_hosts.conf
 * @param target the server's major
 * @param encoding how the characters were stored, for limits in bytes
 */
export function logicalText(text: string, target: Major, encoding: Encoding = 'utf-8'): LogicalText {
  const buffer = lineBuffer[target];
  return buffer === undefined ? joinLines(text, encoding) : cutLines(text, buffer - 1, encoding);
}

function unchanged(text: string): LogicalText {
  return { text, pieces: undefined, overlong: [], cuts: [], hiddenLineFeeds: [] };
}

function joinLines(text: string, encoding: Encoding): LogicalText {
  const hasZeros = text.includes('\0');
  if (!hasZeros && text.search(continuation) === -1) return unchanged(text);
  const builder = new Builder(text);
  if (hasZeros) {
    const { spans, hiddenLineFeeds } = visibleSpans(text, encoding);
    for (const { start, end } of spans) builder.keep(start, end);
    return { ...builder.done(), overlong: [], cuts: [], hiddenLineFeeds };
  }
  let from = 0;
  for (const match of text.matchAll(continuation)) {
    builder.keep(from, match.index);
    from = match.index + match[0].length;
  }
  builder.keep(from, text.length);
  return { ...builder.done(), overlong: [], cuts: [], hiddenLineFeeds: [] };
}

/** `room`: how many bytes of a line, its line feed included, go into the buffer. A full buffer is an error. */
function cutLines(text: string, room: number, encoding: Encoding): LogicalText {
  if (!text.includes('\0') && !hasLongLine(text, room, encoding)) return unchanged(text);
  const builder = new Builder(text);
  const overlong: Span[] = [];
  const cuts: number[] = [];
  let lineEnd = 0;
  for (let start = 0; start < text.length; ) {
    if (start === lineEnd) lineEnd = endOfLine(text, start);
    const end = endOfBytes(text, start, lineEnd, room, encoding);
    const zero = text.slice(start, end).indexOf('\0');
    const contentEnd = text[end - 1] === '\n' ? end - 1 : end;
    // A character that straddles the end of the buffer fills it, and its rest starts the next line.
    const full = end < lineEnd || byteLength(text.slice(start, end), encoding) === room;
    if (zero !== -1) builder.keep(start, start + zero);
    else if (full) overlong.push({ start, end: contentEnd });
    else builder.keep(start, contentEnd);
    builder.endLine(end);
    if (end < lineEnd) cuts.push(end);
    start = end;
  }
  return { ...builder.done(), overlong, cuts, hiddenLineFeeds: [] };
}

function hasLongLine(text: string, room: number, encoding: Encoding): boolean {
  for (let start = 0; start < text.length; ) {
    const end = endOfLine(text, start);
    // A UTF-16 code unit is three bytes at most.
    if ((end - start) * 3 >= room && byteLength(text.slice(start, end), encoding) >= room) return true;
    start = end;
  }
  return false;
}

/** The offset behind the line feed that ends a line, or behind the text. */
function endOfLine(text: string, start: number): number {
  const lineFeed = text.indexOf('\n', start);
  return lineFeed === -1 ? text.length : lineFeed + 1;
}

/** The offset up to which text from `start` takes at most `room` bytes. */
function endOfBytes(text: string, start: number, end: number, room: number, encoding: Encoding): number {
  if ((end - start) * 3 <= room) return end;
  let bytes = 0;
  for (let at = start; at < end; ) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    bytes += byteLength(character, encoding);
    if (bytes > room) return at;
    at += character.length;
  }
  return end;
}

class Builder {
  readonly #source: string;
  readonly #texts: string[] = [];
  readonly #pieces = new PieceMap();
  #length = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Takes over a stretch of the source. */
  keep(start: number, end: number): void {
    if (start < end) this.#add(this.#source.slice(start, end), start);
  }

  /** Ends a line in front of an offset of the source. */
  endLine(end: number): void {
    this.#add('\n', end - 1);
  }

  done(): { text: string; pieces: PieceMap } {
    return { text: this.#texts.join(''), pieces: this.#pieces };
  }

  #add(text: string, physical: number): void {
    this.#pieces.add(this.#length, physical);
    this.#texts.push(text);
    this.#length += text.length;
  }
}
