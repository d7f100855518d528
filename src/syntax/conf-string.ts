const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A doubled quote, a run of octal escapes, or a backslash with what it escapes. */
const escapeSequence = /''|(?:\\[0-7]{1,3})+|\\([\s\S])/g;

/**
 * What a quoted string of postgresql.conf means (DeescapeQuotedString of guc-file.l).
 *
 * Octal escapes stand for bytes, each modulo 256; a run of them is read as UTF-8 where it is valid, else a byte a character.
 * A zero byte that an escape makes ends the value. One that stands in the file ends it a character earlier still:
 * the server takes what is in front of it for the closing quote (seen on 10, 14 and 18; with nothing in front the value
 * is whatever the memory holds, here it is empty).
 *
 * @param body what stands between the quotes
 */
export function unescapeString(body: string): string {
  if (!/['\\\0]/.test(body)) return body;
  const zero = body.indexOf('\0');
  const value = zero === -1 ? undoEscapes(body) : [...undoEscapes(body.slice(0, zero))].slice(0, -1).join('');
  const end = value.indexOf('\0');
  return end === -1 ? value : value.slice(0, end);
}

function undoEscapes(text: string): string {
  return text.replace(escapeSequence, (written, escaped: string | undefined) => {
    if (written === "''") return "'";
    if (escaped === undefined) return bytesToText(written);
    return escapes[escaped] ?? escaped;
  });
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
