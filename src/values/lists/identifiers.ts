import { firstBytes } from '../bytes.js';

const space = /[ \t\n\r\f\v]/;

/**
 * Splits a list as SplitIdentifierString of varlena.c: elements between commas, white space around them ignored,
 * unquoted ones folded to lower case (ASCII), `"quoted"` ones kept with `""` for one quote, all cut to 63 bytes.
 *
 * @param text the list; empty and blank ones are a list without elements
 * @returns the elements, or undefined where the syntax is wrong: an empty element, an open quote, something after a quote
 */
export function splitIdentifiers(text: string): string[] | undefined {
  const elements: string[] = [];
  let at = skipSpace(text, 0);
  if (at === text.length) return elements;
  for (;;) {
    let element: string;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) return undefined;
      element = quoted.value;
      at = quoted.end;
    } else {
      const start = at;
      while (at < text.length && text[at] !== ',' && !space.test(text[at]!)) at++;
      if (at === start) return undefined;
      element = text.slice(start, at).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    }
    at = skipSpace(text, at);
    elements.push(firstBytes(element, 63));
    if (at === text.length) return elements;
    if (text[at] !== ',') return undefined;
    at = skipSpace(text, at + 1);
  }
}

/** Reads `"…"` with `""` for one quote. */
function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && space.test(text[at]!)) at++;
  return at;
}

