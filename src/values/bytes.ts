/**
 * Servers count and compare bytes. A value's characters are its UTF-8 bytes.
 */
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * How many bytes a server sees in a text.
 *
 * @param text any text
 */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/**
 * The bytes of a text.
 *
 * @param text any text
 */
export function toBytes(text: string): Uint8Array {
  return encoder.encode(text);
}

/**
 * The first bytes of a text; a character that is cut in two becomes U+FFFD.
 *
 * @param text any text
 * @param count how many bytes to keep at most
 */
export function firstBytes(text: string, count: number): string {
  const bytes = encoder.encode(text);
  return bytes.length <= count ? text : decoder.decode(bytes.subarray(0, count));
}
