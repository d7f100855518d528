import type { SourceText } from './file-system.js';

/**
 * Turns bytes into text: UTF-8 where they are valid UTF-8, else Latin-1, a byte a character. A BOM stays in the text,
 * because the server gives it meaning (it becomes part of the first token).
 *
 * @param bytes the bytes of a whole file
 */
export function decodeSource(bytes: Uint8Array): SourceText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decodeLatin1(bytes), encoding: 'latin1' };
  }
}

/**
 * Turns text back into the bytes that it came from.
 *
 * @param source a text and how it was read; a character that Latin-1 has not is written as UTF-8
 */
export function encodeSource(source: SourceText): Uint8Array {
  if (source.encoding === 'utf-8') return new TextEncoder().encode(source.text);
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const character of source.text) {
    const code = character.codePointAt(0)!;
    if (code < 0x100) bytes.push(code);
    else bytes.push(...encoder.encode(character));
  }
  return Uint8Array.from(bytes);
}

// TextDecoder('latin1') is windows-1252 by the WHATWG's definition, which moves 0x80 to 0x9F.
function decodeLatin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}
