const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A doubled quote, a run of octal escapes, or a backslash with what it escapes. */
const escapeSequence = /''|(?:\\[0-7]{1,3})+|\\([\s\S])/g;

/**
 * What a quoted string of postgresql.conf means (DeescapeQuotedString of guc-file.l).
 *
 * Octal escapes stand for bytes, each modulo 256; a run of them is read as UTF-8 where it is valid, else a byte a character.
 * A zero byte ends the value, as it ends every C string.
 *
 * @param body what stands between the quotes
 */
export function unescapeString(body: string): string {
  if (!/['\\\0]/.test(body)) return body;
  const value = body.replace(escapeSequence, (written, escaped: string | undefined) => {
    if (written === "''") return "'";
    if (escaped === undefined) return bytesToText(written);
    return escapes[escaped] ?? escaped;
  });
  const end = value.indexOf('\0');
  return end === -1 ? value : value.slice(0, end);
}

function bytesToText(octals: string): string {
  const bytes = octals
    .slice(1)
    .split('\\')
    .map((digits) => Number.parseInt(digits, 8) & 0xff);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return String.fromCharCode(...bytes);
  }
}
