import { readFileSync } from 'node:fs';
import { readConfiguration, type Sandbox } from './server.js';
import type { SettingRow } from './settings.js';

/**
 * Finds the names that a file may set although pg_settings does not show them.
 * Every word in the server's binary is tried: the server refuses, in one reading, all those that it does not know.
 *
 * @param known the names that pg_settings shows
 * @returns names in lower case, old aliases among them
 */
export function findHiddenNames(sandbox: Sandbox, known: ReadonlySet<string>): string[] {
  const binary = readFileSync(sandbox.installation.program, 'latin1');
  const words = new Set((binary.match(/[A-Za-z_][A-Za-z0-9_]{2,62}(?=\0)/g) ?? []).map((word) => word.toLowerCase()));
  // A linker keeps one copy of a word that ends another one, so the ends of words are words too.
  for (const word of [...words]) for (const end of word.matchAll(/_(?=(\w{3,}))/g)) words.add(end[1]!);
  for (const name of [...known, 'include', 'include_dir', 'include_if_exists']) words.delete(name.toLowerCase());
  const candidates = [...words].filter((word) => !/^[0-9]/.test(word));
  const { log } = readConfiguration(sandbox, candidates.map((name) => `${name} = '?'\n`).join(''));
  const refused = new Set(
    [...log.matchAll(/unrecognized configuration parameter "([^"]+)"/g)].map((match) => match[1]),
  );
  if (refused.size < candidates.length / 2) throw new Error(`${sandbox.folder}: the server did not judge every name`);
  return candidates.filter((name) => !refused.has(name)).sort();
}

/**
 * Finds the values that the server takes for its enums although it does not list them.
 * A later setting of the same spelling hides an earlier one, so that each value gets a spelling of the name of its own.
 *
 * @param enums the rows of type enum
 * @param words the values to try on each
 * @returns for each parameter that has any, the values that are taken and not listed
 */
export function findHiddenValues(sandbox: Sandbox, enums: readonly SettingRow[], words: readonly string[]) {
  const settings: { name: string; value: string }[] = [];
  const lines: string[] = [];
  for (const row of enums.filter((row) => row.context !== 'internal')) {
    for (const [index, value] of words.filter((word) => !row.values?.includes(word)).entries()) {
      settings.push({ name: row.name, value });
      lines.push(`${caseSpelling(row.name, index)} = '${value}'\n`);
    }
  }
  const { log } = readConfiguration(sandbox, lines.join(''));
  const refused = new Set<string>();
  for (const match of log.matchAll(/invalid value for parameter "([^"]+)": "([^"]*)"/g)) {
    refused.add(`${match[1]!.toLowerCase()}=${match[2]}`);
  }
  if (refused.size < settings.length / 2) throw new Error(`${sandbox.folder}: the server did not judge every value`);
  const hidden = new Map<string, string[]>();
  for (const { name, value } of settings) {
    if (refused.has(`${name.toLowerCase()}=${value}`)) continue;
    hidden.set(name, [...(hidden.get(name) ?? []), value]);
  }
  return hidden;
}

/** The name with the letters in upper case that the number's bits say. */
export function caseSpelling(name: string, number: number): string {
  let bits = number;
  let result = '';
  for (const letter of name.toLowerCase()) {
    if (letter < 'a' || letter > 'z') {
      result += letter;
      continue;
    }
    result += bits & 1 ? letter.toUpperCase() : letter;
    bits >>= 1;
  }
  if (bits > 0) throw new Error(`${name} is too short for ${number + 1} spellings`);
  return result;
}
