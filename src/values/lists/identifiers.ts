import type { Major } from '../../catalog/majors.js';
import { firstBytes } from '../bytes.js';

/**
 * Splits a list as SplitIdentifierString of varlena.c: elements between commas, white space around them ignored,
 * unquoted ones folded to lower case (ASCII), `"quoted"` ones kept with `""` for one quote, all cut to 63 bytes.
 *
 * @param text the list; empty and blank ones are a list without elements
 * @param major the server's major: the vertical tab is white space from 17 on
 * @returns the elements, or undefined where the syntax is wrong: an empty element, an open quote, something after a quote
 */
export function splitIdentifiers(text: string, major: Major): string[] | undefined {
  const space = major >= 17 ? /[ \t\n\r\f\v]*/y : /[ \t\n\r\f]*/y;
  const word = major >= 17 ? /[^, \t\n\r\f\v]+/y : /[^, \t\n\r\f]+/y;
  const skipSpace = (from: number) => {
    space.lastIndex = from;
    space.exec(text);
    return space.lastIndex;
  };
  const elements: string[] = [];
  let at = skipSpace(0);
  if (at === text.length) return elements;
  for (;;) {
    const element = text[at] === '"' ? readQuoted(text, at) : readWord(text, at, word);
    if (element === undefined) return undefined;
    elements.push(firstBytes(element.value, 63));
    at = skipSpace(element.end);
    if (at === text.length) return elements;
    if (text[at] !== ',') return undefined;
    at = skipSpace(at + 1);
  }
}

interface Element {
  value: string;
  end: number;
}

function readWord(text: string, start: number, word: RegExp): Element | undefined {
  word.lastIndex = start;
  const match = word.exec(text);
  if (match === null) return undefined;
  return { value: match[0].replace(/[A-Z]+/g, (letters) => letters.toLowerCase()), end: word.lastIndex };
}

/** Reads `"…"` with `""` for one quote. */
function readQuoted(text: string, start: number): Element | undefined {
  const match = /"((?:[^"]|"")*)"/y;
  match.lastIndex = start;
  const found = match.exec(text);
  return found === null ? undefined : { value: found[1]!.replaceAll('""', '"'), end: match.lastIndex };
}

/** What is wrong with a list that splitIdentifiers refuses, as the end of a sentence. */
export const listSyntaxAdvice =
  'elements stand between commas, none is empty, and one with blanks or commas in it stands in double quotes';
