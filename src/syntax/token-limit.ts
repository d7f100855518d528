import type { Major } from '../catalog/majors.js';
import { byteLength, type Encoding } from './encoding.js';
import type { AuthLine, AuthToken } from './nodes.js';

/** Bytes that one token may have, quotes undone (MAX_TOKEN of hba.c, less its terminating zero). None from 16 on. */
const limits: Partial<Record<Major, number>> = { 10: 255, 11: 10239, 12: 10239, 13: 10239, 14: 10239, 15: 10239 };

/**
 * Marks the lines in which a token is too long for the server: it keeps what stands before that token and drops the rest.
 *
 * @param lines lines whose offsets count in `text`
 */
export function refuseLongTokens(lines: AuthLine[], text: string, target: Major, encoding: Encoding): void {
  const limit = limits[target];
  if (limit === undefined) return;
  for (const line of lines) {
    // A UTF-16 code unit is three bytes at most.
    if ((line.end - line.start) * 3 < limit) continue;
    refuseLongToken(line, text, limit, encoding);
  }
}

function refuseLongToken(line: AuthLine, text: string, limit: number, encoding: Encoding): void {
  for (const [fieldIndex, field] of line.fields.entries()) {
    const tokenIndex = field.tokens.findIndex((token) => overflows(token, text, limit, encoding));
    if (tokenIndex === -1) continue;
    const { start, end } = field.tokens[tokenIndex]!;
    line.error = { code: 'token-too-long', start, end };
    line.fields.length = fieldIndex;
    if (tokenIndex === 0) return;
    const tokens = field.tokens.slice(0, tokenIndex);
    line.fields.push({ ...field, end: tokens.at(-1)!.end, tokens });
    return;
  }
}

/** The server looks for room before each byte, so a quote or a comma behind a token that just fits is one too many. */
function overflows(token: AuthToken, text: string, limit: number, encoding: Encoding): boolean {
  if ((token.end - token.start) * 3 < limit) return false;
  const bytes = byteLength(token.value, encoding);
  if (bytes !== limit) return bytes > limit;
  if (text[token.end] === ',') return true;
  // The last quote of an unclosed token is an ordinary byte where it is the second of a doubled pair.
  const endsInDoubledQuote = !token.terminated && token.value.endsWith('"');
  return text[token.end - 1] === '"' && !endsInDoubledQuote;
}
