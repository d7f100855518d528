import { numberLines } from './comments.js';
import * as nodes from './conf-nodes.js';
import { parse } from './generated/conf.js';
import type { Comment, ConfTree } from './nodes.js';

/** After so many syntax errors in one file the server reads no further (ParseConfigFp of guc.c, every major). */
export const syntaxErrorLimit = 100;

/**
 * Reads postgresql.conf or postgresql.auto.conf as the server's lexer and line grammar do (guc-file.l; the same from 10 to 19).
 *
 * Never fails: a line that the server refuses becomes a ConfSyntaxError, its neighbours live on. The tree goes to the
 * end of the file; a reader that follows the server stops at the error number `syntaxErrorLimit`.
 *
 * @param text the whole text, a BOM included
 */
export function parseConf(text: string): ConfTree {
  const comments: Comment[] = [];
  const lines = parse(text, { comments, nodes });
  numberLines(lines, text);
  numberLines(comments, text);
  return { type: 'ConfTree', kind: 'conf', text, lines, comments };
}
