/**
 * What scripts/build.mjs gives vfile-reporter in place of its own imports: the same answers, without the start-up cost of
 * Unicode tables for texts that need none.
 */
import { columnsOfAny } from './wide-characters.js';

/** The columns that a text takes on a terminal. Printable Latin letters and the punctuation of our messages take one a character; the library knows the rest. */
export default function columnsOf(text: string): number {
  return /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/.test(text) ? text.length : columnsOfAny(text);
}
