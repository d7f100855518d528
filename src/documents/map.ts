import type { Span } from '../syntax/nodes.js';

/** A change of a text: what stands in the span is replaced. An insertion has an empty span. */
export interface Replacement extends Span {
  text: string;
}

/** Where the text of a document stands in the file that carries it. */
export interface DocumentMap {
  /** The whole text of the file. */
  readonly fileText: string;
  /** The place in the file for a span of the document. What the file does not hold has the place of what stands next to it. */
  placeOf(span: Span): Span;
  /** Whether the file holds anything of a span of the document, or only what stands around it. */
  holds(span: Span): boolean;
  /** The offset in the document for one in the file; undefined where the file holds something else there. */
  offsetAt(offset: number): number | undefined;
  /** The same, or where the file holds something else the end of what comes before it in the document. */
  nearestOffset(offset: number): number;
  /**
   * Writes a change of the document as a change of the file.
   *
   * @param change in the document's own offsets
   * @returns undefined where it cannot be written without changing anything else
   */
  write(change: Replacement): Replacement | undefined;
}
