/** Servers count and compare bytes, so that some values have to be looked at as such. */
import type { Encoding } from '../files/encoding.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The bytes that a server sees.
 *
 * @param text a value
 * @param encoding how the file's bytes became text
 */
export function toBytes(text: string, encoding: Encoding = 'utf-8'): Uint8Array {
  return encoding === 'utf-8' ? encoder.encode(text) : Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/**
 * The first bytes of a text; a character that is cut in two becomes U+FFFD.
 *
 * @param text a value
 * @param count how many bytes to keep at most
 * @param encoding how the file's bytes became text
 */
export function firstBytes(text: string, count: number, encoding: Encoding = 'utf-8'): string {
  if (encoding === 'latin1') return text.slice(0, count);
  const bytes = encoder.encode(text);
  return bytes.length <= count ? text : decoder.decode(bytes.subarray(0, count));
}
