import { lastMajor } from '../../src/catalog/majors.js';
import type { ParameterFacts, ParameterRecord } from '../../src/catalog/records.js';
import { categories } from './facts/categories.js';
import { machineDefaults, minorReleases, presetDefaults } from './facts/unlisted.js';
import type { SettingRow } from './settings.js';

/** What is known of one parameter in one major, before the majors are brought together. */
export interface Observation {
  major: number;
  row: SettingRow;
  hiddenValues?: readonly string[];
  buildValues?: readonly string[];
  aliases?: readonly string[];
  hidden?: true;
  needsBuild?: string;
  library?: string;
}

/**
 * Brings what the majors know of one parameter into one record: the first major's facts, and what changed later.
 *
 * @param observations of one name, one a major, without a gap
 */
export function mergeRecord(observations: readonly Observation[]): ParameterRecord {
  const sorted = [...observations].sort((a, b) => a.major - b.major);
  const first = sorted[0]!;
  const last = sorted[sorted.length - 1]!;
  if (last.major - first.major !== sorted.length - 1) throw new Error(`${first.row.name} is missing in between`);
  const record: ParameterRecord = { name: last.row.name, since: first.major };
  if (last.major < lastMajor) record.until = last.major;
  if (first.library) record.library = first.library;
  if (first.needsBuild) record.needsBuild = first.needsBuild;
  const minors = minorReleases.get(record.name);
  if (minors) record.minors = minors;
  let before = facts(first);
  Object.assign(record, before);
  for (const observation of sorted.slice(1)) {
    const now = facts(observation);
    const changes = difference(before, now);
    if (Object.keys(changes).length > 0) record.changes = { ...record.changes, [observation.major]: changes };
    before = now;
  }
  return record;
}

function facts({ major, row, hiddenValues, buildValues, aliases, hidden }: Observation): ParameterFacts {
  const internal = row.context === 'internal';
  const category = row.category === '' ? '' : categories[row.category];
  if (category === undefined) throw new Error(`no heading for the category ${row.category} of ${row.name}`);
  const unknownDefault =
    row.default === null ||
    machineDefaults.has(row.name) ||
    machineDefaults.has(`${row.name}@${major}`) ||
    (internal && !presetDefaults.has(row.name));
  const values = row.values && [...new Set([...row.values, ...(buildValues ?? [])])];
  return {
    type: row.type,
    context: row.context,
    ...(row.unit === null ? {} : { unit: row.unit }),
    // What an internal parameter may be is the very value that it has.
    ...(row.min === null || internal ? {} : { min: bound(row.min) }),
    ...(row.max === null || internal ? {} : { max: bound(row.max) }),
    ...(values ? { values } : {}),
    ...(hiddenValues?.length ? { hiddenValues } : {}),
    ...(buildValues?.length ? { buildValues } : {}),
    ...(aliases?.length ? { aliases } : {}),
    ...(unknownDefault ? {} : { default: row.default! }),
    ...(category ? { category } : {}),
    ...(hidden ? { hidden } : {}),
  };
}

function bound(text: string): number {
  // pg_settings prints the largest double with six digits, which reads back as a smaller number.
  if (text === '1.79769e+308') return Number.MAX_VALUE;
  if (text === '-1.79769e+308') return -Number.MAX_VALUE;
  return Number(text);
}

/** The fields that differ; null for one that is gone. */
function difference(before: ParameterFacts, now: ParameterFacts): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(before), ...Object.keys(now)]) as Set<keyof ParameterFacts>) {
    if (JSON.stringify(before[field]) !== JSON.stringify(now[field])) changes[field] = now[field] ?? null;
  }
  return changes;
}

/**
 * The text of a data file: a module whose default export is one string, a record a line.
 *
 * @param origin one line that says what made the file
 */
export function dataModule(origin: string, records: readonly ParameterRecord[]): string {
  const order = [...records].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  const lines = order.map(({ name, ...rest }) => `${name}\t${JSON.stringify(rest)}`);
  return stringModule(origin, lines);
}

/** The text of a module whose default export is the lines as one string. */
export function stringModule(origin: string, lines: readonly string[]): string {
  const text = lines.join('\n').replace(/[\\`]|\$\{/g, (special) => `\\${special}`);
  return `// ${origin}\nexport default \`${text}\`;\n`;
}
