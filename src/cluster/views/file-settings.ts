import { libraries, libraryOfPrefix } from '../../catalog/libraries.js';
import type { Major } from '../../catalog/majors.js';
import { extensionParameter } from '../../catalog/parameters.js';
import type { FileSystem } from '../../files/file-system.js';
import { describeUnknownName } from '../../formats/conf/effective-settings.js';
import { type ConfEvent, ConfSequenceReader, type MapOutside } from '../../formats/conf/includes.js';
import { type ConfigurationFiles, makeEntries } from '../../formats/conf/read.js';
import { createFileReader } from '../../formats/file-reader.js';
import { isOpenError } from '../../formats/open-error.js';
import type { FileReader, FileReaderOptions } from '../../formats/reader.js';
import { libraryName } from '../../values/lists/parameters.js';
import { splitFiles } from '../../values/lists/split.js';
import { readValue } from '../../values/read.js';
import type { ClusterDefinition } from '../find/definition.js';
import { FileLocator } from '../find/locate.js';
import type { ConfEntry } from '../types.js';

/** One row of pg_file_settings; the keys are the view's columns. */
export interface FileSettingRow {
  sourcefile: string | null;
  sourceline: number | null;
  seqno: number;
  name: string | null;
  setting: string | null;
  applied: boolean;
  /** Our own sentence where the server has an error, else null. */
  error: string | null;
}

/**
 * The rows of pg_file_settings, in its order, as a server of the target shows them that runs with these very files
 * (show_all_file_settings and ProcessConfigFileInternal of guc.c).
 *
 * On another running server the view also calls every change of a parameter an error that only a restart can make;
 * that says nothing about the files, so it is not among these rows.
 *
 * @param reader opens the files
 * @param paths where to start
 * @param target the server's major
 * @param mapOutside where absolute names lead that point out of the workspace
 */
export function readFileSettings(
  reader: FileReader,
  paths: ConfigurationFiles,
  target: Major,
  mapOutside?: MapOutside,
): FileSettingRow[] {
  // The view logs below DEBUG1, where ParseConfigFp gives up a file at its first syntax error.
  const sequence = new ConfSequenceReader(reader, { target, errorsPerFile: 1, stopAsServer: true }, mapOutside);
  if (paths.main !== undefined) {
    const main = sequence.read(paths.main);
    if (isOpenError(main)) return [unopenedMain(main.path, main.explanation)];
  }
  if (sequence.ok && paths.auto !== undefined) sequence.read(paths.auto);
  const entries = makeEntries(sequence.events, target);
  const errors = sequence.ok ? entryErrors(entries, target) : new Map<ConfEntry, string>();
  const applies = sequence.ok && entries.every((entry) => isTakenName(entry));
  return makeRows(sequence.events, entries, errors, applies);
}

/**
 * The rows of pg_file_settings for a cluster; `sourcefile` is an absolute path.
 *
 * @param definition which files make the cluster
 * @param fileSystem where the files are
 * @param target the server's major
 * @param options the bounds of reading
 */
export function showSettings(
  definition: ClusterDefinition,
  fileSystem: FileSystem,
  target: Major,
  options: FileReaderOptions,
): FileSettingRow[] {
  const reader = createFileReader(fileSystem, target, options);
  const locator = new FileLocator(definition, reader);
  return readFileSettings(reader, { main: definition.main, auto: locator.auto }, target, locator.mapOutside);
}

function makeRows(
  events: readonly ConfEvent[],
  entries: readonly ConfEntry[],
  errors: ReadonlyMap<ConfEntry, string>,
  applies: boolean,
): FileSettingRow[] {
  const rows: FileSettingRow[] = [];
  let next = 0;
  for (const event of events) {
    const seqno = rows.length + 1;
    if (event.type === 'setting') {
      const entry = entries[next++]!;
      const error = errors.get(entry) ?? null;
      rows.push({
        sourcefile: event.name,
        sourceline: entry.line,
        seqno,
        name: entry.name,
        setting: entry.value,
        applied: applies && !isSkipped(entry) && error === null,
        error,
      });
      continue;
    }
    if (event.type === 'syntax-error') {
      const { file, name, node } = event;
      const atEnd = node.near === undefined && file.text.indexOf('\n', node.end) === -1;
      const error = 'This is not a setting: a line holds a name and one value, with or without an equals sign between.';
      // Where a line ends with the file instead of a line end, the server counts one line too few.
      rows.push(errorRow(name, atEnd ? node.line - 1 : node.line, seqno, error));
      continue;
    }
    const { error, shownAt } = event;
    if (error.severity === 'error') rows.push(errorRow(shownAt.name, shownAt.line, seqno, error.message));
  }
  return rows;
}

function errorRow(sourcefile: string, sourceline: number, seqno: number, error: string): FileSettingRow {
  return { sourcefile, sourceline, seqno, name: null, setting: null, applied: false, error };
}

function unopenedMain(path: string, explanation: string): FileSettingRow {
  const error = `${path} cannot be read: ${explanation}.`;
  return { sourcefile: null, sourceline: null, seqno: 1, name: null, setting: null, applied: false, error };
}

/** Whether the server goes on to values: it takes the name, if only as a placeholder for a library's parameter. */
function isTakenName(entry: ConfEntry): boolean {
  if (entry.dropped || entry.custom) return true;
  return entry.parameter !== undefined && entry.parameter.needsBuild === undefined;
}

/**
 * Whether the server passes over an entry for a later one. A custom name has no later one: the session that asks the
 * view has no placeholder for it yet, so that the server does not see the repetition.
 */
function isSkipped(entry: ConfEntry): boolean {
  return entry.dropped && !entry.custom;
}

/** The server's errors by entry: unknown names, or else values. */
function entryErrors(entries: readonly ConfEntry[], target: Major): Map<ConfEntry, string> {
  const errors = new Map<ConfEntry, string>();
  for (const entry of entries) if (!isTakenName(entry)) errors.set(entry, describeUnknownName(entry.name, target));
  if (errors.size > 0) return errors;
  const loaded = loadedLibraries(entries, target);
  for (const entry of entries) {
    if (isSkipped(entry)) continue;
    const error = entry.custom ? customError(entry, loaded, target) : valueError(entry, entries, target);
    if (error !== undefined) errors.set(entry, error);
  }
  return errors;
}

function valueError(entry: ConfEntry, entries: readonly ConfEntry[], target: Major): string | undefined {
  const { reading, parameter } = entry;
  // Its check needs the roles of a running database, which the view has and the files have not.
  if (parameter?.name === 'session_authorization') return undefined;
  // 10 and 11 skip what only a new session can take before they look at the value (set_config_option).
  if (target < 12 && parameter?.context.endsWith('backend')) return undefined;
  if (reading?.ok === false) return reading.message;
  if (parameter?.context !== 'postmaster' || reading?.ok !== true) return undefined;
  const winner = entries.findLast((other) => other.parameter?.name === parameter.name);
  if (winner === entry || winner?.reading?.ok !== true) return undefined;
  if (winner.reading.canonical === reading.canonical) return undefined;
  return `The server runs with the value of line ${winner.line} (${winner.value}), and only a restart could change that; remove one of the two.`;
}

/** The libraries that the effective shared_preload_libraries names. */
function loadedLibraries(entries: readonly ConfEntry[], target: Major): ReadonlySet<string> {
  const entry = entries.findLast((other) => other.parameter?.name === 'shared_preload_libraries');
  const files = splitFiles(entry?.value ?? '', target) ?? [];
  return new Set(files.map(({ name }) => libraryName(name)));
}

/** What a loaded library refuses of the names under its prefix. */
function customError(entry: ConfEntry, loaded: ReadonlySet<string>, target: Major): string | undefined {
  const library = libraryOfPrefix(entry.name.slice(0, entry.name.indexOf('.')));
  if (library === undefined || !loaded.has(library.name)) return undefined;
  const parameter = extensionParameter(entry.name, target);
  if (parameter !== undefined) {
    const reading = readValue(parameter, entry.value, target);
    return reading.ok === false ? reading.message : undefined;
  }
  // Prefixes are reserved from 15 on (MarkGUCPrefixReserved); before, any name is kept as a placeholder.
  if (target < 15 || !libraries.get(library.name)?.complete) return undefined;
  return `${library.name} has no parameter ${entry.name}, and keeps its prefix to itself; remove the line.`;
}
