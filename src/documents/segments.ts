import type { Span } from '../syntax/nodes.js';
import type { DocumentMap, Replacement } from './map.js';

/** How the text of a segment is written in the file. Offsets count from the start of the segment, on both sides. */
export interface SegmentEncoding {
  /** Where the character at an offset of the document is written; the length of the text gives the end of what is written. */
  written(offset: number): number;
  /** The offset in the document of what is written at an offset. */
  read(offset: number): number;
  /** Writes a change; undefined where the way of writing cannot hold it. */
  write(change: Replacement): Replacement | undefined;
}

/** A stretch of a document's text, and the stretch of the file in which it is written. */
export interface Segment extends Span {
  file: Span;
  encoding: SegmentEncoding;
}

/** Text that stands in the file as it is. */
export const sameText: SegmentEncoding = {
  written: (offset) => offset,
  read: (offset) => offset,
  write: (change) => change,
};

/** The map of a document that is made of segments; between them the document may have text that the file does not hold. */
export class SegmentMap implements DocumentMap {
  readonly fileText: string;
  readonly #segments: readonly Segment[];

  /**
   * @param fileText the whole text of the file
   * @param segments at least one, in the order of the document; they do not overlap, in the document nor in the file
   */
  constructor(fileText: string, segments: readonly Segment[]) {
    this.fileText = fileText;
    this.#segments = segments;
  }

  placeOf({ start, end }: Span): Span {
    const from = this.#startOf(start);
    // A span of several segments ends in the last one of which it has a character.
    const last = end > start ? this.#lastBefore(end - 1) : undefined;
    if (last === undefined) return { start: from, end: Math.max(from, end > start ? from : this.#startOf(end)) };
    return { start: from, end: Math.max(from, writtenAt(last, Math.min(end, last.end))) };
  }

  holds({ start, end }: Span): boolean {
    return this.#segments.some((segment) =>
      start === end ? start >= segment.start && start <= segment.end : start < segment.end && end > segment.start,
    );
  }

  offsetAt(offset: number): number | undefined {
    const segment = this.#segments.find(({ file }) => offset >= file.start && offset <= file.end);
    if (segment === undefined) return undefined;
    return segment.start + segment.encoding.read(offset - segment.file.start);
  }

  nearestOffset(offset: number): number {
    const found = this.offsetAt(offset);
    if (found !== undefined) return found;
    const before = this.#segments.filter(({ file }) => file.end < offset);
    return before.reduce((nearest, { file, end }) => (file.end > nearest.at ? { at: file.end, end } : nearest), {
      at: -1,
      end: 0,
    }).end;
  }

  write({ start, end, text }: Replacement): Replacement | undefined {
    // What stands between two segments may be written at the end of the first or at the start of the second.
    for (const segment of this.#segments) {
      if (start < segment.start || end > segment.end) continue;
      const written = segment.encoding.write({ start: start - segment.start, end: end - segment.start, text });
      if (written === undefined) continue;
      const from = segment.file.start;
      return { start: from + written.start, end: from + written.end, text: written.text };
    }
    return undefined;
  }

  /** Where an offset is written that something starts at. */
  #startOf(offset: number): number {
    const segment = this.#lastBefore(offset);
    if (segment === undefined) return this.#segments[0]!.file.start;
    if (offset < segment.end) return writtenAt(segment, offset);
    return segment.file.end;
  }

  /** The last segment that starts at an offset or before it, by binary search. */
  #lastBefore(offset: number): Segment | undefined {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#segments[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#segments[low - 1];
  }
}

function writtenAt({ start, file, encoding }: Segment, offset: number): number {
  return file.start + encoding.written(offset - start);
}
