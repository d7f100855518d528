/**
 * The trees that src/syntax makes out of text. Offsets are UTF-16 code units into `text`; the text of a node is a slice.
 * Lines are 1-based physical lines of that text. Every byte belongs to a line, to a comment or to a gap between them.
 */
import type { Major } from '../catalog/majors.js';
import type { AuthInclude, AuthLine } from './auth-nodes.js';
import type { AuthTokens } from './auth-tokens.js';
import type { AuthKind } from './kinds.js';
import type { Span } from './span.js';

export type { AuthInclude, AuthLine, AuthLineError, AuthToken, Field } from './auth-nodes.js';
export type { AuthKind, FileKind } from './kinds.js';
export type { Span } from './span.js';

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
