/**
 * The trees that src/syntax makes out of text. Offsets are UTF-16 code units into `text`; the text of a node is a slice.
 * Lines are 1-based physical lines of that text. Every byte belongs to a line, to a comment or to a gap between them.
 */
import type { Major } from '../catalog/majors.js';
import type { AuthTokens } from './auth-tokens.js';
import type { AuthKind } from './kinds.js';

export type { AuthKind, FileKind } from './kinds.js';

export interface Span {
  /** Offset of the first character. */
  start: number;
  /** Offset behind the last character. */
  end: number;
}

/** From an unquoted `#` to the end of its line, the line end excluded. */
export interface Comment extends Span {
  type: 'Comment';
  line: number;
}

/* ---------------------------------------------------------------- postgresql.conf */

/** The token classes of the server's own lexer (guc-file.l). */
export type ConfTokenClass = 'ID' | 'QUALIFIED_ID' | 'STRING' | 'UNQUOTED_STRING' | 'INTEGER' | 'REAL';

export interface ConfToken extends Span {
  type: 'ConfToken';
  class: ConfTokenClass;
  /** What it means: quotes and escapes of a STRING undone, everything else as written. */
  value: string;
}

/** One assignment: `name [=] value`. */
export interface Setting extends Span {
  type: 'Setting';
  line: number;
  name: ConfToken;
  equals: Span | undefined;
  value: ConfToken;
}

/** `include`, `include_if_exists` or `include_dir`, in any letter case. */
export interface ConfInclude extends Span {
  type: 'ConfInclude';
  line: number;
  directive: 'include' | 'include_if_exists' | 'include_dir';
  name: ConfToken;
  equals: Span | undefined;
  value: ConfToken;
}

/** A line that the server's grammar refuses. The server resumes at the next line. */
export interface ConfSyntaxError extends Span {
  type: 'ConfSyntaxError';
  line: number;
  /** The token that the server names ("near token"); undefined where it says "near end of line". */
  near: Span | undefined;
  /** What would have been right there. */
  expected: 'name' | 'value' | 'end-of-line';
  /** As much of the line as was understood, for messages and fixes. */
  name: ConfToken | undefined;
  value: ConfToken | undefined;
}

export type ConfLine = Setting | ConfInclude | ConfSyntaxError;

export interface ConfTree {
  type: 'ConfTree';
  kind: 'conf';
  text: string;
  lines: ConfLine[];
  comments: Comment[];
}

/* ---------------------------------------------------------------- pg_hba.conf, pg_ident.conf, pg_hosts.conf */

/** One token of an authentication file (hba.c's AuthToken). It may span lines where a continuation joins them. */
export interface AuthToken extends Span {
  type: 'AuthToken';
  /** What it means: quotes and continuations undone. */
  value: string;
  /** Whether a quote opened before any character had been collected: then keywords, `+` and `@` lose their meaning. */
  quoted: boolean;
  /** False where a quote is still open at the end of the line (the server takes the rest of the line). */
  terminated: boolean;
}

/** One column: a list of one or more tokens, separated by commas. */
export interface Field extends Span {
  type: 'Field';
  tokens: AuthToken[];
}

/** One logical line with at least one field: a record, a mapping or a host entry. `line` is its first physical line. */
export interface AuthLine extends Span {
  type: 'AuthLine';
  line: number;
  /** The number that the server gives the line, where zero bytes or overlong lines before it make it count differently. */
  serverLine?: number;
  /** The number of its first token among the tokens of the tree, and how many it has. */
  readonly first: number;
  readonly count: number;
  /** Made anew whenever they are asked for. */
  readonly fields: readonly Field[];
  /** What the tokenizer itself refuses: only majors with limits on tokens and lines. */
  error: AuthLineError | undefined;
}

export interface AuthLineError extends Span {
  code: 'token-too-long' | 'line-too-long';
}

/** A line of exactly two fields, the first one an include word, for targets from 16 on. */
export interface AuthInclude extends Span {
  type: 'AuthInclude';
  line: number;
  /** As of `AuthLine`. */
  serverLine?: number;
  directive: 'include' | 'include_if_exists' | 'include_dir';
  /** As of `AuthLine`. */
  readonly first: number;
  readonly count: number;
  readonly fields: readonly Field[];
  /** The token that names the file or folder. */
  path: AuthToken;
}

export interface AuthTree {
  type: 'AuthTree';
  kind: AuthKind;
  target: Major;
  text: string;
  tokens: AuthTokens;
  lines: (AuthLine | AuthInclude)[];
  comments: Comment[];
}

export type Tree = ConfTree | AuthTree;
