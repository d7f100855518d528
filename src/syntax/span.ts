/** A stretch of a text, in UTF-16 code units. */
export interface Span {
  /** Offset of the first character. */
  start: number;
  /** Offset behind the last character. */
  end: number;
}
