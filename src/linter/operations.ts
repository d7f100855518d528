/** What a fix does to a document: what is to be, not which characters. The document's writer makes edits of it. */
import type { Place, SourceFile } from '../cluster/types.js';
import type { Span } from '../syntax/nodes.js';

/** A value as a server reads it, and whether it is to stand in quotes even where it need not. */
export interface WrittenValue {
  value: string;
  quoted: boolean;
}

/** One operation on a document; spans are offsets in its text. */
export type Operation = { at: SourceFile } & (
  | ({ do: 'replace-value'; token: Span } & WrittenValue)
  /** Below a line that shows the default as a comment, or at the end. */
  | ({ do: 'add-setting'; below: Span | undefined; name: string } & WrittenValue)
  | { do: 'remove-setting'; entry: Span }
  | { do: 'rename-setting'; token: Span; name: string }
  /** The columns after it stay where they are, where there is room. */
  | { do: 'replace-token'; token: Span; text: string }
  /** A record as the format writes one; without a neighbour at the end. */
  | { do: 'add-record'; text: string; beside: { record: Span; side: 'above' | 'below' } | undefined }
  | { do: 'remove-record'; record: Span }
  | { do: 'move-record'; record: Span; above: Span }
  | { do: 'add-option'; after: Span; option: string }
  | { do: 'remove-option'; token: Span }
  /** For what is about the text itself: spaces, line ends, marks. */
  | { do: 'replace-text'; range: Span; text: string }
);

/** An edit of a document's text. */
export interface TextEdit {
  at: Place['file'];
  start: number;
  end: number;
  text: string;
}

/** Turns operations into edits of a document's text. */
export type Writer = (operation: Operation) => TextEdit[];
