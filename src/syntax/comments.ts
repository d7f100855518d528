import type { Comment } from './nodes.js';

/** A carriage return; in front of a line end it belongs to the line end. */
export const carriageReturn = 13;

/**
 * Makes the node of a comment; its line is still to be filled in.
 *
 * @param start offset of the `#`
 * @param text from the `#` to the line feed; carriage returns at its end belong to the line end
 */
export function commentAt(start: number, text: string): Comment {
  let length = text.length;
  while (text.charCodeAt(length - 1) === carriageReturn) length--;
  return { type: 'Comment', start, end: start + length, line: 0 };
}

/**
 * Fills in the 1-based line of nodes that stand in the order of their offsets.
 *
 * @param nodes comments, or lines of any format
 * @param text the text that their offsets count in
 */
export function numberLines(nodes: readonly { start: number; line: number }[], text: string): void {
  let line = 1;
  let lineEnd = text.indexOf('\n');
  for (const node of nodes) {
    while (lineEnd !== -1 && lineEnd < node.start) {
      line++;
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    node.line = line;
  }
}
