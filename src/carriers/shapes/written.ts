import type { Replacement } from '../../documents/map.js';
import type { Segment, SegmentEncoding } from '../../documents/segments.js';
import type { Span } from '../../syntax/nodes.js';

/** A text with the place at which each of its characters is written. */
export interface WrittenText {
  text: string;
  /** Never falls; one more for the end. */
  at: readonly number[];
}

/** How a text is written in a stretch of a file. Offsets count from the start of the stretch. */
export interface Writing extends WrittenText {
  file: Span;
  /** A change of the text as a change of what is written; undefined where the way of writing cannot hold it. */
  rewrite(change: Replacement): Replacement | undefined;
}

/** A writing that stays as it is: another place shares it, or nobody knows how to change it. */
export function fixed(writing: Writing): Writing {
  return { ...writing, rewrite: () => undefined };
}

/** The encoding of a segment that is all of a writing. */
export function encodingOf({ text, at, rewrite }: Writing): SegmentEncoding {
  return {
    written: (offset) => at[Math.min(offset, text.length)]!,
    read: (offset) => lastAtOrBefore(at, offset),
    write: rewrite,
  };
}

/** The segment of a writing that starts at an offset of a document. */
export function segmentOf(writing: Writing, start: number): Segment {
  return { start, end: start + writing.text.length, file: writing.file, encoding: encodingOf(writing) };
}

/** A text after a change. */
export function changed(text: string, change: Replacement): string {
  return text.slice(0, change.start) + change.text + text.slice(change.end);
}

/** The last index whose place is at an offset or before it, by binary search. */
function lastAtOrBefore(at: readonly number[], offset: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
