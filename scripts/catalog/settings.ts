import { readdirSync } from 'node:fs';
import { query, queryRows, type Sandbox } from './server.js';

/** One row of pg_settings, the parts that the catalog keeps. */
export interface SettingRow {
  name: string;
  type: string;
  context: string;
  unit: string | null;
  min: string | null;
  max: string | null;
  values: string[] | null;
  default: string | null;
  category: string;
}

/** A row of a library's parameter, with the values of an enum that are taken and not listed. */
export interface LibraryRow extends SettingRow {
  hiddenValues: string[];
}

const select = `SELECT coalesce(json_agg(json_build_object('name', name, 'type', vartype, 'context', context, 'unit', unit,
  'min', min_val, 'max', max_val, 'values', enumvals, 'default', boot_val, 'category', category)
  ORDER BY name COLLATE "C"), '[]') FROM pg_settings`;

/** The parameters of the server itself, those of libraries left out. */
export async function readCoreParameters(sandbox: Sandbox): Promise<SettingRow[]> {
  return (await readParameters(sandbox, '')).filter((row) => !row.name.includes('.'));
}

/**
 * The parameters of the libraries that the build ships, by library.
 * A library is preloaded where a session may load it, or where it insists on being preloaded.
 *
 * @param words the values to try on each enum, to find those that it takes and does not list
 */
export async function readLibraryParameters(
  sandbox: Sandbox,
  words: readonly string[],
): Promise<Map<string, LibraryRow[]>> {
  const found = new Map<string, LibraryRow[]>();
  const loadable = await loadableLibraries(sandbox);
  const core = new Set((await readCoreParameters(sandbox)).map((row) => row.name));
  // All at once tells which libraries have parameters; the prefix tells whose they are.
  const preload = loadable.join(',');
  const rows = (await readParameters(sandbox, preload)).filter((row) => !core.has(row.name));
  const hiddenValues = await findHiddenValues(sandbox, preload, rows, words);
  for (const parameter of rows) {
    const row = { ...parameter, hiddenValues: hiddenValues.get(parameter.name) ?? [] };
    const prefix = row.name.slice(0, row.name.indexOf('.'));
    const library = prefix === 'pltclu' ? 'pltcl' : prefix;
    if (!loadable.includes(library)) throw new Error(`${row.name}: no library of that name`);
    found.set(library, [...(found.get(library) ?? []), row]);
  }
  return found;
}

/** The libraries that the server itself can load: some packages also carry files of other majors. */
export async function loadableLibraries(sandbox: Sandbox): Promise<string[]> {
  const names = readdirSync(sandbox.libraries)
    .filter((file) => file.endsWith('.so'))
    .map((file) => file.slice(0, -3))
    // These are loaded by the server when it needs them, not by name in a list, or need an SELinux kernel.
    .filter((name) => !/^(libpqwalreceiver|llvmjit|sepgsql|dict_snowball|.*_and_.*|euc2004.*)$/.test(name));
  const results = await query(
    sandbox,
    {},
    names.map((name) => `LOAD '${name}'`),
  );
  return names.filter((_, index) => {
    const result = results[index];
    return !(result instanceof Error) || /shared_preload_libraries/.test(result.message);
  });
}

async function readParameters(sandbox: Sandbox, preload: string): Promise<SettingRow[]> {
  const rows = await queryRows(sandbox, { shared_preload_libraries: preload }, select);
  return JSON.parse(rows[0]?.[0] ?? '[]') as SettingRow[];
}

async function findHiddenValues(
  sandbox: Sandbox,
  preload: string,
  rows: readonly SettingRow[],
  words: readonly string[],
): Promise<Map<string, string[]>> {
  const trials = rows
    .filter((row) => row.values)
    .flatMap((row) => words.filter((word) => !row.values!.includes(word)).map((value) => ({ name: row.name, value })));
  const statements = trials.map(({ name, value }) => `SET ${name} = '${value}'`);
  const results = await query(sandbox, { shared_preload_libraries: preload }, statements);
  const hidden = new Map<string, string[]>();
  for (const [index, { name, value }] of trials.entries()) {
    if (Array.isArray(results[index])) hidden.set(name, [...(hidden.get(name) ?? []), value]);
  }
  return hidden;
}
