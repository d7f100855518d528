import { readFileSync } from 'node:fs';
import { firstMajor } from '../../src/catalog/majors.js';
import { caseSpelling } from './hidden.js';
import { queryRows, readConfiguration, type Sandbox } from './server.js';

/**
 * The names of time zones that the servers take for TimeZone in any letter case, sorted.
 * Names that a server lists but refuses (zones with leap seconds) are left out.
 */
export async function readTimeZones(sandboxes: readonly Sandbox[]): Promise<string[]> {
  const zones = new Set<string>();
  for (const sandbox of sandboxes) {
    const rows = await queryRows(sandbox, {}, 'SELECT name FROM pg_timezone_names');
    const names = rows.map((row) => row[0]!);
    const lines = names.map((name, index) => `${caseSpelling('log_timezone', index)} = '${name.toUpperCase()}'\n`);
    const { log } = readConfiguration(sandbox, lines.join(''));
    const refused = new Set(
      [...log.matchAll(/invalid value for parameter "[^"]+": "([^"]*)"/g)].map((match) => match[1]),
    );
    for (const name of names) if (!refused.has(name.toUpperCase())) zones.add(name);
  }
  return [...zones].sort();
}

/** Zones as lines: the area with its slash (or nothing), a tab, the names in it. */
export function timeZoneLines(zones: readonly string[]): string[] {
  const areas = new Map<string, string[]>();
  for (const zone of zones) {
    const area = zone.slice(0, zone.indexOf('/') + 1);
    areas.set(area, [...(areas.get(area) ?? []), zone.slice(area.length)]);
  }
  return [...areas].map(([area, names]) => `${area}\t${names.join(' ')}`);
}

/**
 * The encodings that the servers know, with every spelling of each once punctuation and case are taken away.
 *
 * @param sandboxes by rising major, from the first one on
 * @returns lines: the server's name of the encoding, a tab, the spellings; where later majors dropped it, a tab and its last major
 */
export async function readEncodings(sandboxes: readonly Sandbox[]): Promise<string[]> {
  const spellings = new Map<string, { text: string; last: number }>();
  for (const sandbox of sandboxes) {
    const { major } = sandbox.installation;
    const binary = readFileSync(sandbox.installation.program, 'latin1');
    const words = new Set(binary.match(/[a-z0-9]{3,20}(?=\0)/g) ?? []);
    for (const word of [...words]) for (let start = 1; start < word.length - 2; start++) words.add(word.slice(start));
    const statement = `SELECT pg_encoding_to_char(pg_char_to_encoding(w)), string_agg(w, ' ' ORDER BY w COLLATE "C")
      FROM unnest(string_to_array('${[...words].join()}', ',')) w WHERE pg_char_to_encoding(w) >= 0 GROUP BY 1
      ORDER BY pg_encoding_to_char(pg_char_to_encoding(min(w)))::text COLLATE "C"`;
    const rows = await queryRows(sandbox, {}, statement);
    for (const [name, text] of rows as [string, string][]) {
      const known = spellings.get(name);
      if (known === undefined && major !== firstMajor) throw new Error(`${major} brought the encoding ${name}`);
      if (known !== undefined && (known.text !== text || known.last !== major - 1))
        throw new Error(`${major} reads other spellings of ${name} than ${known.last}`);
      spellings.set(name, { text, last: major });
    }
  }
  const newest = Math.max(...sandboxes.map(({ installation }) => installation.major));
  return [...spellings].map(([name, { text, last }]) => `${name}\t${text}${last === newest ? '' : `\t${last}`}`);
}
