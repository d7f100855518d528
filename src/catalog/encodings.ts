import data from './data/encodings.js';
import { lastMajor, type Major } from './majors.js';

/** An encoding, and the last major that knows it. */
interface Encoding {
  name: string;
  until: number;
}

let encodings: Map<string, Encoding> | undefined;

/** Spelling without punctuation, lower case → the encoding. */
function table(): Map<string, Encoding> {
  if (encodings) return encodings;
  encodings = new Map();
  for (const line of data.split('\n')) {
    const [name, spellings, until = lastMajor] = line.split('\t') as [string, string, string?];
    for (const spelling of spellings.split(' ')) encodings.set(spelling, { name, until: Number(until) });
  }
  return encodings;
}

/**
 * The server's name of a character encoding: `utf-8`, `Unicode` and `UTF8` give UTF8.
 * As the server does it, only ASCII letters and digits count, in any letter case (encnames.c; read from servers).
 *
 * @returns undefined for a name that a server of the major does not know
 */
export function findEncoding(name: string, major: Major): string | undefined {
  const found = table().get(name.replace(/[^A-Za-z0-9]/g, '').toLowerCase());
  return found === undefined || major > found.until ? undefined : found.name;
}

/** The last major that knew an encoding which later ones dropped; undefined for every other name. */
export function lastMajorOfEncoding(name: string): number | undefined {
  const found = table().get(name.replace(/[^A-Za-z0-9]/g, '').toLowerCase());
  return found === undefined || found.until === lastMajor ? undefined : found.until;
}

/** The name of every encoding that a server of the major knows, sorted. */
export function encodingNames(major: Major): string[] {
  const known = [...table().values()].filter(({ until }) => major <= until).map(({ name }) => name);
  return [...new Set(known)].sort();
}
