import type { CompletionItemKind } from 'vscode-languageserver/node';
import type { Span } from '../../../syntax/nodes.js';

/** One thing that may stand at the cursor. */
export interface Suggestion {
  label: string;
  /** What the client compares with the text in `replace`; the label where it is left out. */
  filter?: string;
  /** What is written; the label where it is left out. */
  insert?: string;
  /** The same with placeholders, for clients that know them. */
  snippet?: string;
  /** The part of the text that gives way: the whole word, in front of the cursor and behind it. */
  replace: Span;
  kind: CompletionItemKind;
  detail?: string;
  /** Markdown. */
  documentation?: string;
  /** A parameter whose documentation is looked up when it is asked for. */
  parameter?: string;
  /** Sorts in front of or behind others; plain order of labels where it is left out. */
  rank?: number;
}

/** The text of a snippet's placeholder. */
export function placeholder(text: string): string {
  return `\${1:${text.replace(/[\\$}]/g, '\\$&')}}`;
}

/** Text that a snippet shows as it is. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * The word around an offset.
 *
 * @param text the whole text
 * @param offset where the cursor is
 * @param isPart whether a character belongs to a word
 */
export function wordAt(text: string, offset: number, isPart: (character: string) => boolean): Span {
  let start = offset;
  while (start > 0 && isPart(text[start - 1]!)) start--;
  let end = offset;
  while (end < text.length && isPart(text[end]!)) end++;
  return { start, end };
}

/** The physical line around an offset, line end excluded. */
export function lineAround(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  let end = newline === -1 ? text.length : newline;
  if (end > offset && text[end - 1] === '\r') end--;
  return { start, end };
}
