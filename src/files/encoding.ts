/** How the characters of a text were stored in its file. */
export type Encoding = 'utf-8' | 'latin1';

/**
 * How many bytes a text takes in its file.
 *
 * @param text a lone surrogate counts as the three bytes of U+FFFD
 */
export function byteLength(text: string, encoding: Encoding): number {
  if (encoding === 'latin1') return text.length;
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 || isPaired(text, at) ? 1 : 2;
  }
  return bytes;
}

/** Whether the unit is half of a surrogate pair: two units, four bytes. */
function isPaired(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit < 0xdc00) return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
  return unit >= 0xdc00 && unit < 0xe000 && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}
