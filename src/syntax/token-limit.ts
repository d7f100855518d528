import type { Major } from '../catalog/majors.js';
import { byteLength, type Encoding } from '../files/encoding.js';
import type { AuthTokens } from './auth-tokens.js';
import type { AuthLine } from './nodes.js';
import type { Span } from './span.js';

/** Bytes that one token may have, quotes undone (MAX_TOKEN of hba.c, less its terminating zero). None from 16 on. */
const limits: Partial<Record<Major, number>> = { 10: 255, 11: 10239, 12: 10239, 13: 10239, 14: 10239, 15: 10239 };

/** Whether a token of a line may be too long for a major: no UTF-16 code unit has more than three bytes. */
export function mayBeTooLong({ start, end }: Span, target: Major): boolean {
  const limit = limits[target];
  return limit !== undefined && (end - start) * 3 >= limit;
}

/**
 * Marks the lines in which a token is too long for the server: it keeps what stands before that token and drops the rest.
 *
 * @param lines lines whose offsets count in `text`
 */
export function refuseLongTokens(
  lines: AuthLine[],
  tokens: AuthTokens,
  text: string,
  target: Major,
  encoding: Encoding,
): void {
  const limit = limits[target];
  if (limit === undefined) return;
  for (const line of lines) {
    if (mayBeTooLong(line, target)) refuseLongToken(line, tokens, text, limit, encoding);
  }
}

function refuseLongToken(line: AuthLine, tokens: AuthTokens, text: string, limit: number, encoding: Encoding): void {
  for (let index = line.first; index < line.first + line.count; index++) {
    if (!overflows(tokens, index, text, limit, encoding)) continue;
    line.error = { code: 'token-too-long', start: tokens.start(index), end: tokens.end(index) };
    (line as { count: number }).count = index - line.first;
    if (index > line.first) tokens.cutBehind(index - 1);
    return;
  }
}

/** The server looks for room before each byte, so a quote or a comma behind a token that just fits is one too many. */
function overflows(tokens: AuthTokens, index: number, text: string, limit: number, encoding: Encoding): boolean {
  const [start, end] = [tokens.start(index), tokens.end(index)];
  if ((end - start) * 3 < limit) return false;
  const value = tokens.value(index);
  const bytes = byteLength(value, encoding);
  if (bytes !== limit) return bytes > limit;
  if (text[end] === ',') return true;
  // The last quote of an unclosed token is an ordinary byte where it is the second of a doubled pair.
  const endsInDoubledQuote = !tokens.isTerminated(index) && value.endsWith('"');
  return text[end - 1] === '"' && !endsInDoubledQuote;
}
