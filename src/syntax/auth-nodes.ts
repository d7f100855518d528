/** What the actions of grammar/auth.peggy make. */
import type { AuthLine, AuthToken, Field } from './nodes.js';

export { commentAt } from './comments.js';

/** A stretch of a token with quotes in it. */
export interface TokenPart {
  value: string;
  quoted: boolean;
  /** False for a quote that nothing closes. */
  closed: boolean;
}

/** Makes a token without quotes: its text is its value. */
export function plainToken(start: number, value: string): AuthToken {
  return { type: 'AuthToken', start, end: start + value.length, value, quoted: false, terminated: true };
}

/** Makes a token out of stretches inside and outside of quotes. It counts as quoted where the first one is. */
export function mixedToken(start: number, end: number, parts: readonly TokenPart[]): AuthToken {
  const value = parts.length === 1 ? parts[0]!.value : parts.map((part) => part.value).join('');
  return { type: 'AuthToken', start, end, value, quoted: parts[0]!.quoted, terminated: parts.at(-1)!.closed };
}

/** Makes a column out of one token. */
export function field(token: AuthToken): Field {
  return { type: 'Field', start: token.start, end: token.end, tokens: [token] };
}

/**
 * Makes a column out of tokens with commas behind them.
 *
 * @param last the token behind the last comma; null where the line ends there
 */
export function list(tokens: readonly AuthToken[], last: AuthToken | null): Field {
  const all = last === null ? tokens.slice() : [...tokens, last];
  return { type: 'Field', start: all[0]!.start, end: all.at(-1)!.end, tokens: all };
}

/** Makes a line; its number is still to be filled in. */
export function line(fields: readonly Field[]): AuthLine {
  return {
    type: 'AuthLine',
    start: fields[0]!.start,
    end: fields.at(-1)!.end,
    line: 0,
    // A copy has exactly the room that it needs; the parser's own array has room for many more.
    fields: fields.slice(),
    error: undefined,
  };
}
