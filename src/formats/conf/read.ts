import type { Major } from '../../catalog/majors.js';
import { extensionParameter, findParameter } from '../../catalog/parameters.js';
import type { Parameter } from '../../catalog/types.js';
import { lineInFile } from '../../documents/places.js';
import { readValue } from '../../values/read.js';
import type { ValueReading } from '../../values/types.js';
import { isOpenError, type OpenError } from '../open-error.js';
import type { FileReader } from '../reader.js';
import type { ConfEntry, ConfFile, Configuration, EffectiveSetting } from '../types.js';
import { type ConfEvent, ConfSequenceReader, type IncludeLimits, type MapOutside } from './includes.js';

/** As far as a starting or reloading server reads on behind syntax errors (ParseConfigFp). */
export const errorsPerFile = 100;

/** The files of a configuration. */
export interface ConfigurationFiles {
  /** postgresql.conf, or the loose file that was asked for. */
  main: string | undefined;
  /** postgresql.auto.conf. */
  auto: string | undefined;
}

/**
 * Reads the settings as a server of the target does: every file in the server's order, then names, then values.
 *
 * Unlike a server it goes on behind errors, so that one run finds all of them.
 *
 * @param reader opens the files
 * @param paths where to start
 * @param target the server's major
 * @param mapOutside where absolute names lead that point out of the workspace
 */
export function readConfiguration(
  reader: FileReader,
  paths: ConfigurationFiles,
  target: Major,
  mapOutside?: MapOutside,
): Configuration {
  const limits: IncludeLimits = { target, errorsPerFile, stopAsServer: false };
  const sequence = new ConfSequenceReader(reader, limits, mapOutside);
  const main = openStart(sequence, paths.main);
  const auto = openStart(sequence, paths.auto);
  const entries = makeEntries(sequence.events, target);
  const effective = settle(entries);
  const defaults = new Map<string, EffectiveSetting>();
  const includeErrors = sequence.events.flatMap((event) => (event.type === 'include-error' ? [event.error] : []));
  const syntaxErrors = sequence.events.flatMap((event) =>
    event.type === 'syntax-error' ? [{ file: event.file, node: event.node }] : [],
  );
  return {
    files: sequence.files,
    main,
    auto,
    entries,
    syntaxErrors,
    includeErrors,
    unread: sequence.unread,
    loads: sequence.ok ? namesAndValuesLoad(entries, sequence.unread) : false,
    get(name) {
      // A key stands for itself; other spellings and aliases lead to one.
      const known = effective.get(name) ?? defaults.get(name);
      if (known !== undefined) return known;
      const key = keyOf(name, findParameter(name, target));
      const other = effective.get(key) ?? defaults.get(key);
      if (other !== undefined) return other;
      const setting = unset(name, target);
      defaults.set(key, setting);
      return setting;
    },
    settings: () => [...effective.values()],
  };
}

function openStart(sequence: ConfSequenceReader, path: string | undefined): ConfFile | undefined {
  if (path === undefined) return undefined;
  const opened: ConfFile | OpenError = sequence.read(path);
  if (!isOpenError(opened)) return opened;
  if (opened.reason !== 'missing') sequence.unread.push(opened);
  return undefined;
}

/**
 * The entries in reading order, with what the target makes of their names and values.
 *
 * @param events what the server comes upon while it reads
 */
export function makeEntries(events: readonly ConfEvent[], target: Major): ConfEntry[] {
  const entries: ConfEntry[] = [];
  for (const event of events) {
    if (event.type !== 'setting') continue;
    const { file, node } = event;
    const name = node.name.value;
    const parameter = findParameter(name, target);
    entries.push({
      type: 'ConfEntry',
      file,
      node,
      line: lineInFile(file, node),
      start: node.start,
      end: node.end,
      name,
      parameter,
      custom: parameter === undefined && name.includes('.'),
      value: node.value.value,
      dropped: false,
      reading: undefined,
      overriddenBy: undefined,
    });
  }
  dropRepeated(entries);
  readValues(entries, target);
  return entries;
}

/**
 * Marks what the server drops unread: an entry whose name comes again in exactly the same spelling
 * (ProcessConfigFileInternal compares with strcmp). Another letter case or an alias keeps both alive.
 */
function dropRepeated(entries: readonly ConfEntry[]): void {
  const later = new Set<string>();
  for (const entry of entries.toReversed()) {
    const isKnown = entry.parameter !== undefined || entry.custom;
    if (isKnown && later.has(entry.name)) entry.dropped = true;
    later.add(entry.name);
  }
}

function readValues(entries: readonly ConfEntry[], target: Major): void {
  let hasTimeZoneAbbreviations = false;
  for (const entry of entries) {
    const { parameter, custom, dropped, value } = entry;
    if (dropped) continue;
    if (custom) entry.reading = { ok: true, value, canonical: value };
    if (parameter === undefined) continue;
    const surroundings = { encoding: entry.file.encoding, hasTimeZoneAbbreviations };
    entry.reading = readValue(parameter, value, target, surroundings);
    if (parameter.name === 'timezone_abbreviations') hasTimeZoneAbbreviations = true;
  }
}

/** One key for all spellings of a parameter. */
function keyOf(name: string, parameter: Parameter | undefined): string {
  return (parameter?.name ?? name).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Finds the winner for each name: the last one, whatever its spelling. */
function settle(entries: readonly ConfEntry[]): Map<string, EffectiveSetting> {
  const effective = new Map<string, EffectiveSetting>();
  for (const entry of entries) {
    const key = keyOf(entry.name, entry.parameter);
    const known = effective.get(key);
    if (known === undefined) {
      effective.set(key, {
        name: entry.parameter?.name ?? entry.name,
        parameter: entry.parameter,
        value: entry.value,
        reading: entry.reading,
        entry,
        overridden: [],
      });
      continue;
    }
    known.overridden.push(known.entry!);
    Object.assign(known, { entry, value: entry.value, reading: entry.reading });
  }
  for (const { entry, overridden } of effective.values()) for (const lost of overridden) lost.overriddenBy = entry;
  return effective;
}

/** What holds where no file sets a parameter: its built-in default, as far as the catalog knows it. */
function unset(name: string, target: Major): EffectiveSetting {
  const parameter = findParameter(name, target);
  const value = parameter?.default;
  let reading: ValueReading | undefined;
  return {
    name: parameter?.name ?? name,
    parameter,
    value,
    // Many ask only whether a file sets the parameter.
    get reading() {
      if (parameter !== undefined && value !== undefined) reading ??= readDefault(parameter, value, target);
      return reading;
    },
    entry: undefined,
    overridden: [],
  };
}

/**
 * Reads a parameter's default: text in base units, which is what a value without a unit means.
 *
 * @param value the default out of the catalog; internal parameters have one too
 */
export function readDefault(parameter: Parameter, value: string, target: Major): ValueReading {
  return readValue({ ...parameter, context: 'sighup' }, value, target);
}

/** Whether names and values let the server load the files; undefined where files alone do not decide. */
function namesAndValuesLoad(entries: readonly ConfEntry[], unread: readonly OpenError[]): boolean | undefined {
  let verdict: boolean | undefined = unread.length === 0 ? true : undefined;
  for (const { parameter, custom, dropped, reading } of entries) {
    if (parameter === undefined && !custom) return false;
    if (dropped) continue;
    if (reading?.ok === false) return false;
    if (reading?.ok === undefined || parameter?.needsBuild !== undefined) verdict = undefined;
  }
  return verdict;
}

/** What a library of the catalog knows of a custom name (`pg_stat_statements.max`), whether or not it is loaded. */
export function extensionParameterOf(entry: ConfEntry, target: Major): Parameter | undefined {
  return entry.custom ? extensionParameter(entry.name, target) : undefined;
}
