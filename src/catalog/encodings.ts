import data from './data/encodings.js';

let encodings: Map<string, string> | undefined;

/** Spelling without punctuation, lower case → the server's name. */
function table(): Map<string, string> {
  if (encodings) return encodings;
  encodings = new Map();
  for (const line of data.split('\n')) {
    const [name, spellings] = line.split('\t') as [string, string];
    for (const spelling of spellings.split(' ')) encodings.set(spelling, name);
  }
  return encodings;
}

/**
 * The server's name of a character encoding: `utf-8`, `Unicode` and `UTF8` give UTF8.
 * As the server does it, only ASCII letters and digits count, in any letter case (encnames.c; read from servers of 10 to 18).
 *
 * @returns undefined for a name that no server knows
 */
export function findEncoding(name: string): string | undefined {
  return table().get(name.replace(/[^A-Za-z0-9]/g, '').toLowerCase());
}

/** Every encoding's name, sorted. */
export function encodingNames(): string[] {
  return [...new Set(table().values())].sort();
}
