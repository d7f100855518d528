/**
 * Makes the facts of the major in development out of a checkout of PostgreSQL, in place of a server:
 *
 *   npm run catalog:source -- CHECKOUT [--head master] [--base REL_19_STABLE]
 *
 * A parameter whose entry in guc_parameters.dat is that of the base branch keeps what was observed of the base; entries
 * that are new or say something else are read from the source. What cannot be read ends the run with a sentence.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { developmentMajor, type Major } from '../../src/catalog/majors.js';
import { factsUrl } from './observe.js';
import type { SettingRow } from './settings.js';

type Fields = Readonly<Record<string, string>>;

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { head: { type: 'string', default: 'master' }, base: { type: 'string' } },
});

/** What decides how a file is read; descriptions and variables do not. */
const deciding = ['type', 'context', 'group', 'flags', 'boot_val', 'min', 'max', 'options', 'ifdef'];

const contexts: Readonly<Record<string, string>> = {
  PGC_INTERNAL: 'internal',
  PGC_POSTMASTER: 'postmaster',
  PGC_SIGHUP: 'sighup',
  PGC_SU_BACKEND: 'superuser-backend',
  PGC_BACKEND: 'backend',
  PGC_SUSET: 'superuser',
  PGC_USERSET: 'user',
};

const units: readonly (readonly [RegExp, string])[] = [
  [/GUC_UNIT_BYTE\b/, 'B'],
  [/GUC_UNIT_KB\b/, 'kB'],
  [/GUC_UNIT_MB\b/, 'MB'],
  [/GUC_UNIT_X?BLOCKS\b/, '8kB'],
  [/GUC_UNIT_MS\b/, 'ms'],
  [/GUC_UNIT_S\b/, 's'],
  [/GUC_UNIT_MIN\b/, 'min'],
];

/** The entries of guc_parameters.dat in a branch of the checkout, by name. */
function entriesOf(checkout: string, branch: string): Map<string, Fields> {
  const path = 'src/backend/utils/misc/guc_parameters.dat';
  const text = execFileSync('git', ['-C', checkout, 'show', `${branch}:${path}`], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const entries = new Map<string, Fields>();
  for (const [, body] of text.matchAll(/^\{ (name => .*?)^\},$/gms)) {
    const fields = Object.fromEntries(
      [...body!.matchAll(/(\w+) => '((?:[^'\\]|\\.)*)'/g)].map(([, field, value]) => [field!, value!]),
    );
    entries.set(fields['name']!, fields);
  }
  return entries;
}

function isSame(a: Fields, b: Fields): boolean {
  return deciding.every((field) => a[field] === b[field]);
}

/** A number of the source: digits, INT_MAX, and one of them divided by a number. */
function numberOf(name: string, text: string): string {
  const [, first, divisor = '1'] = /^(-?[\d.]+|INT_MAX)(?: \/ (\d+))?$/.exec(text) ?? [];
  if (first === undefined) throw new Error(`${name}: this script cannot read ${text}; write its row by hand.`);
  return String(Math.trunc((first === 'INT_MAX' ? 2147483647 : Number(first)) / Number(divisor)));
}

function defaultOf(name: string, { type, boot_val: text = '' }: Fields): string {
  if (type === 'bool') return text === 'true' ? 'on' : 'off';
  if (type === 'string' && text === '""') return '';
  if (type === 'int' || type === 'real') return numberOf(name, text);
  throw new Error(`${name}: this script cannot read the default ${text} of type ${type}; write its row by hand.`);
}

function rowOf(name: string, fields: Fields, category: string | undefined): SettingRow {
  const context = contexts[fields['context']!];
  if (context === undefined || category === undefined)
    throw new Error(
      `${name}: the context ${fields['context']} or the group ${fields['group']} is new; write its row by hand.`,
    );
  const bound = (key: string) => (fields[key] === undefined ? null : numberOf(name, fields[key]));
  return {
    name,
    type: fields['type'] === 'int' ? 'integer' : fields['type']!,
    context,
    unit: units.find(([pattern]) => pattern.test(fields['flags'] ?? ''))?.[1] ?? null,
    min: bound('min'),
    max: bound('max'),
    values: null,
    default: defaultOf(name, fields),
    category,
  };
}

function main(checkout: string, major: Major): void {
  const base = major - 1;
  const before = entriesOf(checkout, options.base ?? `REL_${base}_STABLE`);
  const after = entriesOf(checkout, options.head);
  const observed = JSON.parse(readFileSync(factsUrl(`parameters-${base}.json`), 'utf8')) as SettingRow[];
  const rows = new Map(observed.map((row) => [row.name, row]));
  const categories = new Map<string, string>();
  for (const [name, { group = '' }] of before) {
    const category = rows.get(name)?.category;
    if (category !== undefined) categories.set(group, category);
  }
  const made: SettingRow[] = [];
  for (const [name, fields] of after) {
    const known = before.get(name);
    const row = rows.get(name);
    if (known !== undefined && isSame(known, fields)) {
      // Without a row it is hidden, or only in special builds: facts/unlisted.ts has those.
      if (row !== undefined) made.push(row);
      continue;
    }
    if (fields['ifdef'] !== undefined) continue;
    made.push(rowOf(name, fields, categories.get(fields['group'] ?? '')));
    console.log(`${name}: ${known === undefined ? 'new' : 'another entry'} in ${major}`);
  }
  for (const name of before.keys()) if (!after.has(name)) console.log(`${name}: gone in ${major}`);
  // What extensions of the build or a later minor added to the base.
  for (const row of observed) if (!before.has(row.name)) made.push(row);
  made.sort((a, b) => (a.name < b.name ? -1 : 1));
  writeFileSync(factsUrl(`parameters-${major}.json`), `${JSON.stringify(made, null, 2)}\n`);
  const libraries = readFileSync(factsUrl(`libraries-${base}.json`), 'utf8');
  writeFileSync(factsUrl(`libraries-${major}.json`), libraries);
  const day = execFileSync('git', ['-C', checkout, 'log', '-1', '--format=%cs', options.head], {
    encoding: 'utf8',
  }).trim();
  console.log(
    `${made.length} parameters of ${major} as of ${day}; the libraries are those of ${base}. Now: npm run catalog`,
  );
}

const [checkout] = positionals;
if (checkout === undefined || developmentMajor === undefined) {
  console.error('Name a checkout of PostgreSQL; src/catalog/majors.ts names the major in development.');
  process.exitCode = 2;
} else main(checkout, developmentMajor);
