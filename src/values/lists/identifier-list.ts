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
 * Splits a list of paths (varlena.c, SplitDirectoriesString): as above, but blanks inside an unquoted element stay,
 * and `.`, `..`, doubled and trailing slashes are tidied away.
 */
export function splitPathList(text: string): string[] | undefined {
  return splitPaths(text)?.map(tidyPath);
}

function splitPaths(text: string): string[] | undefined {
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

/** canonicalize_path of src/port/path.c, for relative paths too: leading `..` of a relative path stay. */
function tidyPath(path: string): string {
  const isAbsolute = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!isAbsolute) kept.push(part);
  }
  if (isAbsolute) return `/${kept.join('/')}`;
  return kept.length === 0 && path !== '' ? '.' : kept.join('/');
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
