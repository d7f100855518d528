/** Bytes to text and back, without loss. */
import type { Encoding } from './encoding.js';

/** A text and how its bytes became one, so that it can be written back unchanged. */
export interface DecodedText {
  text: string;
  /** UTF-8 where the bytes are valid UTF-8, else Latin-1: a byte, a character. A BOM stays in the text. */
  encoding: Encoding;
}

/**
 * Reads bytes as UTF-8, or as Latin-1 where they are not valid UTF-8.
 *
 * @param bytes a whole file
 */
export function decode(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: latin1(bytes), encoding: 'latin1' };
  }
}

/**
 * Writes a text as the bytes that it was read from.
 *
 * @param source a text and how it was read; in a Latin-1 file a character that has no byte there is written as UTF-8
 */
export function encode(source: DecodedText): Uint8Array {
  if (source.encoding === 'utf-8') return new TextEncoder().encode(source.text);
  const bytes: number[] = [];
  for (const character of source.text) {
    const code = character.codePointAt(0)!;
    if (code < 0x100) bytes.push(code);
    else for (const byte of new TextEncoder().encode(character)) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/**
 * Says why bytes are no PostgreSQL configuration although a server would try to read them, in a sentence for people;
 * undefined where they may well be one.
 *
 * @param bytes a whole file, or its first few thousand bytes
 */
export function whyNotText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16('little-endian');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16('big-endian');
  const sample = bytes.subarray(0, 8192);
  const zerosAt = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zerosAt[at % 2]!++;
  const [even, odd] = zerosAt as [number, number];
  // A stray zero byte is a problem of its line; many mean that the file is something else.
  if (even + odd <= 2 || (even + odd) * 50 < sample.length) return undefined;
  if (even === 0 && odd * 4 > sample.length) return utf16('little-endian');
  if (odd === 0 && even * 4 > sample.length) return utf16('big-endian');
  return 'The file holds binary data, not the text of a PostgreSQL configuration.';
}

function utf16(order: string): string {
  return `The file is UTF-16 (${order}); PostgreSQL reads bytes and understands none of it. Save it as UTF-8 without a byte order mark.`;
}

// TextDecoder('latin1') is windows-1252 by the WHATWG's definition, which moves 0x80 to 0x9F.
function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}
