/** The server's lists (varlena.c): elements between commas, white space around them ignored, `"…"` with `""` for a quote. */
import type { Major } from '../../catalog/majors.js';
import { firstBytes } from '../bytes.js';

/** An element of a list, and whether it stands in double quotes there. */
export interface ListElement {
  /** With its quotes undone. */
  name: string;
  quoted: boolean;
}

/** What is wrong with a list that cannot be split, as the end of a sentence. */
export const listSyntaxAdvice =
  'elements stand between commas, none is empty, and one with spaces or commas in it stands in double quotes';

/**
 * Splits a list as SplitGUCList does: an unquoted element ends at white space, letter case stays.
 *
 * @param text the list; empty and blank ones are a list without elements
 * @param major the server's major: the vertical tab is white space from 17 on (scansup.c, scanner_isspace)
 * @returns undefined where the syntax is wrong: an empty element, an open quote, something after a quote
 */
export function splitWords(text: string, major: Major): string[] | undefined {
  return splitElements(text, major, false)?.map(({ name }) => name);
}

/**
 * Splits a list as SplitIdentifierString does: as splitWords, but unquoted elements are folded to lower case (ASCII), and
 * all are cut to 63 bytes.
 */
export function splitIdentifiers(text: string, major: Major): string[] | undefined {
  return splitElements(text, major, false)?.map(({ name, quoted }) =>
    firstBytes(quoted ? name : name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()), 63),
  );
}

/**
 * Splits a list of files as SplitDirectoriesString does, but leaves them as they are written: white space inside an
 * unquoted element stays.
 */
export function splitFiles(text: string, major: Major): ListElement[] | undefined {
  return splitElements(text, major, true);
}

/** As splitFiles, with `.`, `..`, doubled and trailing slashes tidied away as the server does. */
export function splitPaths(text: string, major: Major): string[] | undefined {
  return splitElements(text, major, true)?.map(({ name }) => tidyPath(name));
}

function splitElements(text: string, major: Major, isSpaceInside: boolean): ListElement[] | undefined {
  const elements: ListElement[] = [];
  let at = skipSpace(text, 0, major);
  if (at === text.length) return elements;
  for (;;) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return undefined;
      elements.push({ name: text.slice(at + 1, end).replaceAll('""', '"'), quoted: true });
      at = end + 1;
    } else {
      const start = at;
      // Where white space may stand inside, it still does not belong to the end.
      let end = at;
      for (; at < text.length && text[at] !== ','; at++) {
        if (!isSpace(text, at, major)) end = at + 1;
        else if (!isSpaceInside) break;
      }
      if (end === start) return undefined;
      elements.push({ name: text.slice(start, end), quoted: false });
    }
    at = skipSpace(text, at, major);
    if (at === text.length) return elements;
    if (text[at] !== ',') return undefined;
    at = skipSpace(text, at + 1, major);
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

function isSpace(text: string, at: number, major: Major): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13 && (code !== 11 || major >= 17));
}

function skipSpace(text: string, from: number, major: Major): number {
  let at = from;
  while (at < text.length && isSpace(text, at, major)) at++;
  return at;
}
