import type { Major } from '../catalog/majors.js';
import type { Encoding } from '../files/encoding.js';
import { AuthTokens } from './auth-tokens.js';
import { commentAt, numberLines } from './comments.js';
import { parse as parse10 } from './generated/auth-10.js';
import { parse as parse19 } from './generated/auth-19.js';
import { type LogicalText, logicalText, type PieceMap } from './lines.js';
import type { AuthInclude, AuthLine, AuthTree, Comment, Span } from './nodes.js';
import { refuseLongTokens } from './token-limit.js';

/**
 * Reads pg_hba.conf, pg_ident.conf or pg_hosts.conf as the tokenizer of hba.c does for one major.
 *
 * Never fails. `@file` tokens are left as they stand: what they bring is the cluster's business. So is an include
 * whose fields an `@file` makes or unmakes.
 *
 * @param text the whole text, a BOM included
 * @param encoding how the characters were stored; only limits in bytes depend on it (up to 15)
 */
export function parseAuth(text: string, kind: AuthTree['kind'], target: Major, encoding: Encoding = 'utf-8'): AuthTree {
  const logical = logicalText(text, target, encoding);
  const comments: Comment[] = [];
  const tokens = new AuthTokens(logical.text);
  const lines = (target < 19 ? parse10 : parse19)(logical.text, { comments, commentAt, tokens });
  if (target < 16) refuseLongTokens(lines, tokens, logical.text, target, encoding);
  if (logical.pieces === undefined) {
    numberLines(lines, text);
    numberLines(comments, text);
  } else {
    place(lines, comments, tokens, logical, logical.pieces, text);
  }
  return {
    type: 'AuthTree',
    kind,
    target,
    text,
    tokens,
    lines: target < 16 ? lines : withIncludes(lines, tokens),
    comments,
  };
}

/** From 16 on a line of exactly two fields that starts with an include word is an include, quoted or not. */
function withIncludes(lines: (AuthLine | AuthInclude)[], tokens: AuthTokens): (AuthLine | AuthInclude)[] {
  lines.forEach((line, index) => {
    if (!tokens.isDirective(line)) return;
    const directive = tokens.value(line.first) as AuthInclude['directive'];
    const { start, end, line: number, serverLine, first, count, fields } = line;
    const path = fields[1]!.tokens[0]!;
    lines[index] = { type: 'AuthInclude', start, end, line: number, directive, first, count, fields, path };
    if (serverLine !== undefined) lines[index].serverLine = serverLine;
  });
  return lines;
}

/** Moves nodes of a logical text to where they stand in the file. */
function place(
  lines: AuthLine[],
  comments: Comment[],
  tokens: AuthTokens,
  logical: LogicalText,
  pieces: PieceMap,
  text: string,
): void {
  // A record counts as standing on the first physical line of its logical line, blank as that may be.
  const starts = [...lines, ...comments].map((node) => ({
    node,
    start: startOfLine(node.start, logical.text, pieces),
    line: 0,
  }));
  starts.sort((a, b) => a.start - b.start);
  numberLines(starts, text);
  for (const { node, start, line } of starts) {
    node.line = line;
    if (node.type !== 'Comment') node.serverLine = serverLine(line, start, logical);
  }
  for (const line of lines) {
    move(line, pieces);
    if (line.error !== undefined) move(line.error, pieces);
  }
  tokens.place(pieces);
  for (const comment of comments) move(comment, pieces);
  if (logical.overlong.length === 0) return;
  const refused = logical.overlong.map(overlongLine);
  numberLines(refused, text);
  for (const node of refused) node.serverLine = serverLine(node.line, node.start, logical);
  lines.push(...refused);
  lines.sort((a, b) => a.start - b.start);
}

/** Where the logical line of an offset starts in the file: behind a line end, even where what follows was taken out. */
function startOfLine(offset: number, text: string, pieces: PieceMap): number {
  const lineFeed = text.lastIndexOf('\n', offset);
  return lineFeed === -1 ? 0 : pieces.physicalEnd(lineFeed + 1);
}

/** The server's own count of lines, where it is another one. */
function serverLine(line: number, start: number, { cuts, hiddenLineFeeds }: LogicalText): number | undefined {
  const further = cuts.filter((at) => at <= start).length;
  const fewer = hiddenLineFeeds.filter((at) => at < start).length;
  return further === fewer ? undefined : line + further - fewer;
}

function overlongLine({ start, end }: Span): AuthLine {
  const error = { code: 'line-too-long' as const, start, end };
  return { type: 'AuthLine', start, end, line: 0, first: 0, count: 0, fields: [], error };
}

function move(span: Span, pieces: PieceMap): void {
  const end = pieces.physicalEnd(span.end);
  span.start = pieces.physical(span.start);
  span.end = end;
}
