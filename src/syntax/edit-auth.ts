/** A tree of an authentication file after its text changed: only lines that differ are parsed again. */
import type { Major } from '../catalog/majors.js';
import type { Encoding } from '../files/encoding.js';
import { parseAuth } from './auth.js';
import { changedLines } from './changed-lines.js';
import type { AuthLine, AuthTree, Comment } from './nodes.js';

/** Lines and comments are moved in place; the tree of before has no use after that. */
type Movable = { start: number; end: number; line: number };

/**
 * Makes the tree of a text out of the tree of the text before. Lines that did not change are the same objects, at their new
 * places, with the same tokens; the tree of before must not be used any more.
 *
 * @param before a tree that `parseAuth` or this function made
 * @param text the text that the file has now
 * @param target the major that the tree is for
 * @returns undefined where the text must be parsed as a whole: where lines depend on each other, or some are includes
 */
export function editAuth(before: AuthTree, text: string, target: Major, encoding: Encoding): AuthTree | undefined {
  const { tokens } = before;
  if (!tokens.isOf(before.text) || !before.lines.every(isPlainLine)) return undefined;
  const { start, endBefore, endAfter } = changedLines(before.text, text);
  const written = text.slice(start, endAfter);
  const part = parseAuth(written, before.kind, target, encoding);
  if (!part.tokens.isOf(written) || !part.lines.every(isPlainLine)) return undefined;
  const old = before.lines as AuthLine[];
  const from = firstAt(old, start);
  const to = firstAt(old, endBefore);
  const firstToken = old[from]?.first ?? tokens.count;
  const tokenAfter = old[to]?.first ?? tokens.count;
  const moved = endAfter - endBefore;
  const linesMoved = lineFeeds(text, start, endAfter) - lineFeeds(before.text, start, endBefore);
  const linesBefore = lineFeeds(text, 0, start);
  for (let index = from; index < to; index++) setFirst(old[index]!, gone);
  const tokensMoved = part.tokens.count - (tokenAfter - firstToken);
  tokens.replace(firstToken, tokenAfter, part.tokens, start, moved, text);
  const lines = part.lines.map((line) => {
    const made = tokens.lineOf(line.first + firstToken, line.count);
    made.line = line.line + linesBefore;
    return made;
  });
  for (let index = to; index < old.length; index++) {
    const line = old[index]!;
    move(line, moved, linesMoved);
    setFirst(line, line.first + tokensMoved);
  }
  for (const comment of part.comments) move(comment, start, linesBefore);
  const fromComment = firstAt(before.comments, start);
  const toComment = firstAt(before.comments, endBefore);
  const commentsAfter: Comment[] = before.comments.slice(toComment);
  for (const comment of commentsAfter) move(comment, moved, linesMoved);
  return {
    ...before,
    text,
    lines: [...old.slice(0, from), ...lines, ...old.slice(to)],
    comments: [...before.comments.slice(0, fromComment), ...part.comments, ...commentsAfter],
  };
}

/** The number of the first token of a line that is no longer there. */
const gone = -1;

function isPlainLine(line: AuthTree['lines'][number]): boolean {
  return line.type === 'AuthLine' && line.error === undefined;
}

function setFirst(line: AuthLine, first: number): void {
  (line as { first: number }).first = first;
}

function move(node: Movable, by: number, lines: number): void {
  node.start += by;
  node.end += by;
  node.line += lines;
}

/** The first of some nodes, in the order of their places, that starts at an offset or after it. */
function firstAt(nodes: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lineFeeds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
