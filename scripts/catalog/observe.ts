import { existsSync, readFileSync } from 'node:fs';
import { majors } from '../../src/catalog/majors.js';
import type { Account, Installation } from '../../test/servers/installations.js';
import {
  aliases,
  buildParameters,
  buildValues,
  hiddenParameters,
  minorReleases,
  type UnlistedParameter,
  unloadableLibraryParameters,
} from './facts/unlisted.js';
import { findHiddenNames, findHiddenValues } from './hidden.js';
import type { Observation } from './merge.js';
import { makeSandbox, type Sandbox } from './server.js';
import { type LibraryRow, readCoreParameters, readLibraryParameters, type SettingRow } from './settings.js';

type ThirdPartyRow = SettingRow & { library: string };

/** What all servers and the facts files say, an observation a parameter and major. */
export interface Observations {
  core: Observation[];
  libraries: Observation[];
  /** The plain servers, for further questions. */
  sandboxes: Sandbox[];
  /** What the servers of majors that no npm package has say, by the name of the facts file that keeps it. */
  recorded: Map<string, unknown>;
}

/** Words that some enum of some major has taken without listing them, and words that look as if one might. */
const extraWords =
  'true false yes no on off 1 0 t f y n of 2 plain md5 debug info fatal panic archive hot_standby minimal local none all ' +
  'any default remote_flush remote_receive remote_replay unlisted auto try always never';

/** Whether a facts file keeps what a server of the major said, for machines that cannot have one. */
const isRecorded = (major: number) => existsSync(factsUrl(`parameters-${major}.json`));

/**
 * Reads every server and joins the facts files to what they say.
 *
 * @param installations the servers of this machine; every major must be among them, or in a facts file
 * @param work a folder for data folders
 */
export async function observeServers(
  installations: readonly Installation[],
  work: string,
  account: Account | undefined,
): Promise<Observations> {
  const plain = installations.filter((installation) => !isFull(installation));
  for (const major of majors) {
    if (!plain.some((installation) => installation.major === major) && !isRecorded(major))
      throw new Error(`There is no server of PostgreSQL ${major} here, and no facts/parameters-${major}.json.`);
  }
  const rows = new Map<number, SettingRow[]>();
  const sandboxes = new Map<number, Sandbox>();
  const recorded = new Map<string, unknown>();
  for (const major of majors) {
    const installation = plain.find((one) => one.major === major);
    if (installation === undefined) {
      rows.set(major, readFacts<SettingRow[]>(`parameters-${major}.json`));
      continue;
    }
    const sandbox = makeSandbox(installation, work, account);
    sandboxes.set(major, sandbox);
    rows.set(major, await readCoreParameters(sandbox));
    if (isRecorded(major)) recorded.set(`parameters-${major}.json`, [...rows.get(major)!]);
  }
  const shown = new Map([...rows].map(([major, list]) => [major, new Set(list.map(({ name }) => name))]));
  const additions = readFacts<Record<string, SettingRow[]>>('full-builds.json');
  for (const installation of installations.filter((installation) => isFull(installation))) {
    additions[installation.major] = await readCoreParameters(makeSandbox(installation, work, account));
  }
  for (const [major, full] of Object.entries(additions)) addFullBuild(rows.get(Number(major))!, full);

  for (const [name, releases] of minorReleases) addMinorReleases(rows, name, Object.keys(releases).map(Number));

  const words = enumWords([...rows.values()].flat());
  const core: Observation[] = [];
  let hiddenValues = new Map<string, string[]>();
  for (const [major, list] of rows) {
    const sandbox = sandboxes.get(major);
    if (sandbox) {
      checkHiddenNames(sandbox, major, list);
      hiddenValues = findHiddenValues(
        sandbox,
        // The plain server may be too old for what a full build or a later minor knows.
        list.filter((row) => row.type === 'enum' && shown.get(major)!.has(row.name)),
        words,
      );
    }
    // A major without a server here takes silently what the one before takes, as far as it knows the enum.
    for (const row of list)
      core.push(observation(major, row, row.type === 'enum' ? hiddenValues.get(row.name) : undefined));
    core.push(
      ...unlisted(hiddenParameters, major).map((row) => ({ ...observation(major, row), hidden: true as const })),
    );
    core.push(
      ...unlisted(buildParameters, major).map((row) => ({ ...observation(major, row), needsBuild: row.needsBuild! })),
    );
  }
  const plainSandboxes = [...sandboxes.values()];
  return {
    core,
    libraries: await observeLibraries(plainSandboxes, words, recorded),
    sandboxes: plainSandboxes,
    recorded,
  };
}

/** Debian builds with everything compiled in; the npm packages leave out what needs further libraries. */
const isFull = (installation: Installation) => installation.name.endsWith('-debian');

/** Where a facts file stands. */
export function factsUrl(name: string): URL {
  return new URL(`facts/${name}`, import.meta.url);
}

function readFacts<T>(name: string): T {
  return JSON.parse(readFileSync(factsUrl(name), 'utf8')) as T;
}

/** Adds what a build with everything compiled in knows beyond the plain one of the same major. */
function addFullBuild(plain: SettingRow[], full: readonly SettingRow[]): void {
  const patched = new Set(buildParameters.map((row) => row.name));
  for (const row of full) {
    const same = plain.find((other) => other.name === row.name);
    if (!same && !patched.has(row.name)) plain.push(row);
    for (const value of same ? (row.values ?? []) : []) {
      const listed =
        same!.values!.includes(value) || buildValues.some((e) => e.name === row.name && e.values.includes(value));
      if (!listed) throw new Error(`${row.name} takes ${value} in a full build: add it to buildValues`);
    }
  }
}

/** Adds a parameter to majors whose servers here are too old to know it, as the oldest major that shows it has it. */
function addMinorReleases(rows: ReadonlyMap<number, SettingRow[]>, name: string, majors: readonly number[]): void {
  const known = [...rows.values()].flatMap((list) => list.filter((row) => row.name === name))[0]!;
  for (const major of majors) {
    const list = rows.get(major)!;
    if (!list.some((row) => row.name === name)) list.push(known);
  }
}

function enumWords(rows: readonly SettingRow[]): string[] {
  return [...new Set([...extraWords.split(' '), ...rows.flatMap((row) => row.values ?? [])])];
}

function checkHiddenNames(sandbox: Sandbox, major: number, rows: readonly SettingRow[]): void {
  const found = findHiddenNames(sandbox, new Set(rows.map((row) => row.name)));
  const expected = [
    ...unlisted(hiddenParameters, major).map((row) => row.name),
    ...aliases.filter((alias) => major >= alias.since).map((alias) => alias.alias),
  ].sort();
  if (found.join() !== expected.join()) {
    throw new Error(`PostgreSQL ${major} also knows ${found.join(', ')}; the facts say ${expected.join(', ')}`);
  }
}

function unlisted(list: readonly UnlistedParameter[], major: number): UnlistedParameter[] {
  return list.filter((row) => major >= row.since && major <= (row.until ?? major));
}

function observation(major: number, row: SettingRow, hiddenValues?: readonly string[]): Observation {
  const result: Observation = { major, row };
  const extra = buildValues.filter((entry) => entry.name === row.name && major >= entry.since);
  const alias = aliases.filter((entry) => entry.name === row.name && major >= entry.since);
  const hidden = hiddenValues?.filter(
    (value) => !row.values?.includes(value) && !extra.some((e) => e.values.includes(value)),
  );
  if (hidden?.length) result.hiddenValues = hidden;
  if (extra.length) result.buildValues = extra.flatMap((entry) => entry.values);
  if (alias.length) result.aliases = alias.map((entry) => entry.alias);
  return result;
}

type RecordedLibraries = Record<string, LibraryRow[]>;

async function observeLibraries(
  sandboxes: readonly Sandbox[],
  words: readonly string[],
  recorded: Map<string, unknown>,
): Promise<Observation[]> {
  const observations: Observation[] = [];
  for (const major of majors) {
    const sandbox = sandboxes.find(({ installation }) => installation.major === major);
    const file = `libraries-${major}.json`;
    const libraries =
      sandbox === undefined
        ? readFacts<RecordedLibraries>(file)
        : Object.fromEntries(await readLibraryParameters(sandbox, words));
    if (sandbox !== undefined && isRecorded(major)) recorded.set(file, libraries);
    for (const [library, rows] of Object.entries(libraries)) {
      for (const { hiddenValues, ...row } of rows) {
        observations.push({ major, row: { ...row, category: '' }, hiddenValues, library });
      }
    }
    for (const { library, ...row } of unloadableLibraryParameters) {
      if (libraries[library] === undefined) observations.push({ major, row, library });
    }
    for (const { library, ...row } of readFacts<ThirdPartyRow[]>('third-party-parameters.json')) {
      observations.push({ major, row: { ...row, category: '' }, library });
    }
  }
  return observations;
}
