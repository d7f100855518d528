/** The lines of files of records, and what they are made of. */
import type { Span } from './span.js';

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
