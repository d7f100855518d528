/**
 * Splits a comma-separated list whose elements may be double-quoted (varlena.c, SplitGUCList): white space around
 * elements goes, `""` inside quotes is one quote, letter case stays.
 *
 * @returns the elements, none for a blank text; undefined where the list is not well formed
 */
export function splitIdentifierList(text: string): string[] | undefined {
  const elements: string[] = [];
  let at = skipBlanks(text, 0);
  if (at === text.length) return elements;
  for (;;) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return undefined;
      elements.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      const start = at;
      while (at < text.length && text[at] !== ',' && !isBlank(text, at)) at++;
      if (at === start) return undefined;
      elements.push(text.slice(start, at));
    }
    at = skipBlanks(text, at);
    if (at === text.length) return elements;
    if (text[at] !== ',') return undefined;
    at = skipBlanks(text, at + 1);
  }
}

/**
 * Splits a list of paths (varlena.c, SplitDirectoriesString): as above, but blanks inside an unquoted element stay.
 * Paths are given as written; the server tidies them up.
 */
export function splitPathList(text: string): string[] | undefined {
  const elements: string[] = [];
  let at = skipBlanks(text, 0);
  if (at === text.length) return elements;
  for (;;) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return undefined;
      elements.push(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      const start = at;
      while (at < text.length && text[at] !== ',') at++;
      const element = text.slice(start, at).replace(/[ \t\n\r\f\v]+$/, '');
      if (element === '') return undefined;
      elements.push(element);
    }
    at = skipBlanks(text, at);
    if (at === text.length) return elements;
    if (text[at] !== ',') return undefined;
    at = skipBlanks(text, at + 1);
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

/** The blanks of the server's scanner (scansup.c, scanner_isspace). */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text, at)) at++;
  return at;
}
