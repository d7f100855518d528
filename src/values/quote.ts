/** The one writer of values: what it writes, the server's lexer and its lists read back as the very value. */

/** guc-file.l, ID, INTEGER and REAL; a number may have a unit. */
const bare = /^(?:[A-Za-z_\x80-\uffff][A-Za-z0-9_\x80-\uffff]*|-?(?:\d+[A-Za-z]*|\d+\.\d+))$/;

/** A value as a file shows it: bare where the server's lexer takes it bare, else in quotes. */
export function writeValue(value: string): string {
  return bare.test(value) ? value : quoteValue(value);
}

/** A value in quotes. */
export function quoteValue(value: string): string {
  return `'${escapeValue(value)}'`;
}

const letters: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\\': '\\\\', "'": "''" };

/** A value as it stands between quotes (guc-file.l, GUC_scanstr): no line end, backslashes and quotes doubled. */
export function escapeValue(value: string): string {
  return value.replace(/[\n\r\\']/g, (character) => letters[character]!);
}

/** Elements as a list that every splitter of the server takes apart into these very elements. */
export function writeList(elements: readonly string[]): string {
  return elements.map((element) => writeElement(element)).join(', ');
}

/**
 * One element of a list: bare where nothing in it means anything to the server, else in double quotes.
 *
 * @param folds whether the server folds what is bare to lower case
 */
export function writeElement(element: string, folds = false): string {
  const means = folds ? /^$|[\s,"A-Z]/ : /^$|[\s,"]/;
  return means.test(element) ? `"${element.replaceAll('"', '""')}"` : element;
}
