/**
 * What the grammars of pg_hba.conf, pg_ident.conf and pg_hosts.conf share, along grammar/auth.peggy.
 *
 * Each column's rule reads its field and holds the rest of the record, so that a backslash at the end of a line goes on
 * in the same column. A list that goes on behind one takes its next line for the next column: the server's own tokens
 * put that right.
 */
import { type Captures, commentWords, type Pattern } from './grammar.js';

const quoted = '"(?:[^"\\n]|"")*(?:"|$)';
/** A backslash at the end of a line belongs to no token. */
const plain = String.raw`(?:[^\s,#"\\]|\\(?!$))`;
export const token = `(?:${quoted}|${plain})+`;
/** A token that a comma ends goes on with the next one. */
export const field = String.raw`${token}(?:,[\s,]*${token})*(?:,[\s,]*)?`;
/** What ends a token. */
export const tokenEnd = String.raw`(?=[\s,#]|\\?$)`;
/** What stands before one. */
export const tokenStart = String.raw`(?<![^\s,])`;
export const lineStart = String.raw`^[\s,]*`;

/** A record and each of its columns end with the line, unless a backslash joins the next one. `$` fits behind the line feed too. */
const recordEnd = String.raw`(?<![\\\n])$`;

export const comment: Pattern = {
  name: 'comment.line.number-sign',
  begin: '#',
  beginCaptures: { 0: { name: 'punctuation.definition.comment' } },
  end: recordEnd,
  patterns: commentWords,
};

const continuation: Pattern = { name: 'constant.character.escape.line-continuation', match: String.raw`\\$` };

/**
 * A column, and what may come behind it.
 *
 * @param begin the expression of the field
 * @param beginCaptures the scopes of its parts
 * @param next the columns that may follow
 */
export function column(begin: string, beginCaptures: Captures, next: readonly Pattern[]): Pattern {
  return { begin, beginCaptures, end: recordEnd, patterns: [comment, continuation, ...next] };
}

/** A whole token of these words, without quotes. */
export function words(name: string, list: readonly string[]): Pattern {
  return { name, match: `${tokenStart}(?:${list.join('|')})${tokenEnd}` };
}

export const quotedToken: Pattern = { name: 'string.quoted.double', match: quoted };
const fileToken: Pattern = { name: 'keyword.control.include', match: `${tokenStart}@${token}` };
const expression: Pattern = { name: 'string.regexp', match: `${tokenStart}(?:/(?:${token})?|"/(?:[^"]|"")*")` };
const group: Pattern = { name: 'entity.name.type.role', match: String.raw`${tokenStart}\+(?:${token})?` };
const other: Pattern = { name: 'variable.other', match: token };

/** The names of a list of databases, roles or users. */
export function names(keywords: readonly string[]): readonly Pattern[] {
  const all = keywords.length === 0 ? [] : [words('constant.language', keywords)];
  return [...all, fileToken, expression, group, quotedToken, other];
}

/** Directives of 16 and later. */
export const include = column(
  `${lineStart}(include_if_exists|include_dir|include)${tokenEnd}`,
  { 1: { name: 'keyword.control.include' } },
  [{ name: 'string.unquoted', match: token }],
);
