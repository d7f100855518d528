/**
 * Quotes that PostgreSQL does not know: pages, word processors and shells write them, and for the server they are letters
 * of the value.
 */

const names: Readonly<Record<string, string>> = {
  '\u2018': 'U+2018 LEFT SINGLE QUOTATION MARK',
  '\u2019': 'U+2019 RIGHT SINGLE QUOTATION MARK',
  '\u201a': 'U+201A SINGLE LOW-9 QUOTATION MARK',
  '\u201b': 'U+201B SINGLE HIGH-REVERSED-9 QUOTATION MARK',
  '\u201c': 'U+201C LEFT DOUBLE QUOTATION MARK',
  '\u201d': 'U+201D RIGHT DOUBLE QUOTATION MARK',
  '\u201e': 'U+201E DOUBLE LOW-9 QUOTATION MARK',
  '\u201f': 'U+201F DOUBLE HIGH-REVERSED-9 QUOTATION MARK',
  '\u00ab': 'U+00AB LEFT-POINTING DOUBLE ANGLE QUOTATION MARK',
  '\u00bb': 'U+00BB RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK',
  '\u2039': 'U+2039 SINGLE LEFT-POINTING ANGLE QUOTATION MARK',
  '\u203a': 'U+203A SINGLE RIGHT-POINTING ANGLE QUOTATION MARK',
  '\u0060': 'U+0060 GRAVE ACCENT, a backtick',
  '\u00b4': 'U+00B4 ACUTE ACCENT',
  '\u2032': 'U+2032 PRIME',
  '\u2033': 'U+2033 DOUBLE PRIME',
  '\uff02': 'U+FF02 FULLWIDTH QUOTATION MARK',
  '\uff07': 'U+FF07 FULLWIDTH APOSTROPHE',
  // In a file that is not UTF-8: the bytes of Windows-1252.
  '\u0082': 'byte 0x82, a low quotation mark of Windows-1252',
  '\u0084': 'byte 0x84, a low quotation mark of Windows-1252',
  '\u008b': 'byte 0x8B, an angle quotation mark of Windows-1252',
  '\u0091': 'byte 0x91, a quotation mark of Windows-1252',
  '\u0092': 'byte 0x92, a quotation mark of Windows-1252',
  '\u0093': 'byte 0x93, a quotation mark of Windows-1252',
  '\u0094': 'byte 0x94, a quotation mark of Windows-1252',
  '\u009b': 'byte 0x9B, an angle quotation mark of Windows-1252',
};

/** A value with foreign quotes around it, or at one end. */
export interface ForeignQuotes {
  /** The characters as messages name them: `‘ (U+2018 LEFT SINGLE QUOTATION MARK)`. */
  characters: string;
  /** Where they come from. */
  origin: string;
  /** What is between them; undefined where more of them are in it, and nobody knows what was meant. */
  inner: string | undefined;
  /** Whether they stand at both ends. */
  isPair: boolean;
}

/**
 * Finds quotes that PostgreSQL does not know at the ends of a text.
 *
 * @param more further characters that do not quote here, as the single quote in pg_hba.conf
 * @returns undefined where neither end has one
 */
export function foreignQuotesAround(text: string, more = ''): ForeignQuotes | undefined {
  if (isUsual(text.charCodeAt(0), more) && isUsual(text.charCodeAt(text.length - 1), more)) return undefined;
  const isForeign = (character: string | undefined) =>
    character !== undefined && character !== '' && (names[character] !== undefined || more.includes(character));
  let [start, end] = [0, text.length];
  while (start < end && isForeign(text[start])) start++;
  while (end > start && isForeign(text[end - 1])) end--;
  if (start === 0 && end === text.length) return undefined;
  const inner = text.slice(start, end);
  const found = [...new Set([...text.slice(0, start), ...text.slice(end)])];
  const isShell = found.every((character) => character === '`');
  const isStraight = found.every((character) => more.includes(character));
  return {
    characters: found
      .map((character) => (names[character] === undefined ? character : `${shown(character)}${names[character]}`))
      .join(' and '),
    origin: isStraight
      ? 'which quotes in postgresql.conf only'
      : isShell
        ? 'which quotes in shells and in Markdown'
        : 'which pages and word processors put in place of straight quotes',
    inner: inner === '' || [...inner].some(isForeign) ? undefined : inner,
    isPair: start > 0 && end < text.length,
  };
}

/** Whether a character is one of ASCII that quotes nowhere: nearly every value starts and ends with one. */
function isUsual(code: number, more: string): boolean {
  return code < 0x80 && code !== 0x60 && !more.includes(String.fromCharCode(code));
}

/** The character itself before its name, where it can be seen. */
function shown(character: string): string {
  return character > '\u009f' || character === '`' ? `${character} ` : '';
}
