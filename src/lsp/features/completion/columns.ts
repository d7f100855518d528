import type { Span } from '../../../syntax/nodes.js';
import { lineAround } from './suggestion.js';

/** A column of a line while it is written. */
export interface Column extends Span {
  /** What it means, quotes undone, for each of its elements. */
  words: string[];
}

/** Where in a record, a mapping or a host entry the cursor stands. */
export interface ColumnPlace {
  /** The columns in front of the one with the cursor. */
  before: Column[];
  /** The element that the cursor stands in, up to the cursor, quotes undone. */
  typed: string;
  /** The element as it stands there, in front of the cursor and behind it, an opening quote left out. */
  replace: Span;
  quoted: boolean;
  /** Whether a quote behind the cursor closes the element. */
  closed: boolean;
  /** The elements of the same list in front of the cursor. */
  siblings: string[];
}

/** Finds the column of an offset, over continued lines too. */
export function columnAt(text: string, offset: number): ColumnPlace {
  let { start, end } = lineAround(text, offset);
  while (start > 0 && /\\\r*\n$/.test(text.slice(Math.max(0, start - 4), start))) {
    start = lineAround(text, start - 1).start;
  }
  const columns: Column[] = [];
  let siblings: string[] = [];
  let columnStart = -1;
  let at = start;
  while (at < offset) {
    const gap = lengthOfGap(text, at, offset);
    if (gap > 0) {
      at += gap;
      // A comma joins the elements on both sides, whatever blanks there are.
      if (text[at] === ',' || /,[ \t]*$/.test(text.slice(start, at))) continue;
      if (columnStart !== -1) columns.push({ start: columnStart, end: at, words: siblings });
      siblings = [];
      columnStart = -1;
      continue;
    }
    if (text[at] === ',') {
      at++;
      continue;
    }
    const element = readElement(text, at, offset);
    if (columnStart === -1) columnStart = at;
    if (element.end >= offset) return placeOf(text, at, offset, end, columns, siblings, element.quoted);
    siblings.push(element.value);
    at = element.end;
  }
  return placeOf(text, offset, offset, end, columns, siblings, false);
}

/** How much of the text at a place is what servers take for white space, line ends within a record among it. */
function lengthOfGap(text: string, at: number, limit: number): number {
  const gap = /(?:[ \t\r\v\f\n]|\\\r*\n)*/y;
  gap.lastIndex = at;
  return Math.min(gap.exec(text)![0].length, limit - at);
}

function readElement(text: string, from: number, limit: number): { value: string; end: number; quoted: boolean } {
  const quoted = text[from] === '"';
  let open = false;
  let value = '';
  let at = from;
  for (; at < limit; at++) {
    const character = text[at]!;
    if (character === '"') {
      if (open && text[at + 1] === '"') {
        value += '"';
        at++;
      } else open = !open;
    } else if (!open && (character === ',' || lengthOfGap(text, at, limit) > 0)) break;
    else value += character;
  }
  // A quote that has been closed right at the cursor ends the element.
  return { value, end: at, quoted };
}

function placeOf(
  text: string,
  from: number,
  offset: number,
  lineEnd: number,
  before: Column[],
  siblings: string[],
  quoted: boolean,
): ColumnPlace {
  const start = quoted ? from + 1 : from;
  const behind = text.slice(offset, lineEnd);
  if (!quoted) {
    const rest = /^[^\s,#"]*/.exec(behind)![0];
    const typed = text.slice(start, offset);
    return { before, typed, replace: { start, end: offset + rest.length }, quoted, closed: false, siblings };
  }
  const closing = /^[^"\n]*?(?=")/.exec(behind);
  const rest = closing?.[0] ?? /^[^\s,#]*/.exec(behind)![0];
  const typed = text.slice(start, offset).replaceAll('""', '"');
  return { before, typed, replace: { start, end: offset + rest.length }, quoted, closed: closing !== null, siblings };
}
