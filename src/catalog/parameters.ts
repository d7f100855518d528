import parameterData from './data/parameters.js';
import { extensionNames, extensionRecord } from './extension-records.js';
import { libraries } from './libraries.js';
import type { Major } from './majors.js';
import { lowerCaseAscii, type ParameterFacts, type ParameterRecord, RecordTable } from './records.js';
import type { BaseUnit, Parameter, ParameterContext, ParameterType } from './types.js';

const core = new RecordTable(parameterData);

/** Older names that servers still take (guc.c: map_old_guc_names), with the name that they stand for. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['sort_mem', 'work_mem'],
  ['vacuum_mem', 'maintenance_work_mem'],
  ['ssl_ecdh_curve', 'ssl_groups'],
]);

/**
 * What a server of one major knows of a name in postgresql.conf; parameters of libraries are not among them.
 *
 * @param name as written: any letter case, old aliases included (`SORT_MEM` gives work_mem)
 */
export function findParameter(name: string, major: Major): Parameter | undefined {
  const lower = lowerCaseAscii(name);
  return parameterOf(core.get(lower), major) ?? findAlias(lower, major);
}

/** By record and major: who asks for a name again gets the same object, and names that nobody knows leave nothing. */
const parameters = new WeakMap<ParameterRecord, Map<Major, Parameter | undefined>>();

function parameterOf(record: ParameterRecord | undefined, major: Major): Parameter | undefined {
  if (record === undefined) return undefined;
  let known = parameters.get(record);
  if (known === undefined) parameters.set(record, (known = new Map()));
  if (!known.has(major)) known.set(major, readParameter(record, major));
  return known.get(major);
}

function findAlias(lowerName: string, major: Major): Parameter | undefined {
  const parameter = parameterOf(core.get(aliases.get(lowerName) ?? ''), major);
  return parameter?.aliases?.includes(lowerName) ? parameter : undefined;
}

/**
 * The server's own spelling of a name that any major, or any library of the catalog, knows: `datestyle` gives DateStyle.
 *
 * @returns undefined for unknown names; an alias gives the name that it stands for
 */
export function canonicalName(name: string): string | undefined {
  const lower = lowerCaseAscii(name);
  return (core.get(lower) ?? core.get(aliases.get(lower) ?? '') ?? extensionNamed(lower))?.name;
}

/** All parameters that a server of the major knows, by name; those of libraries are not among them. */
export function parametersOf(major: Major): Parameter[] {
  return [...core.names()].filter((name) => factsOf(core.get(name)!, major)).map((name) => findParameter(name, major)!);
}

/**
 * What is known of a library's parameter (`pg_stat_statements.max`), whether or not the library is loaded.
 *
 * @param name with its prefix, in any letter case
 */
export function extensionParameter(name: string, major: Major): Parameter | undefined {
  const parameter = readParameter(extensionNamed(lowerCaseAscii(name)), major);
  const library = libraries.get(parameter?.library ?? '');
  if (!parameter || !library) return parameter;
  parameter.category = `Library: ${library.name}`;
  // The libraries of others were read in one version, on 18.
  if (!library.shipped) parameter.approximate = true;
  return parameter;
}

/** All parameters of the libraries in the catalog that exist in the major, by name. */
export function extensionParametersOf(major: Major): Parameter[] {
  return extensionNames()
    .map((name) => extensionParameter(name, major))
    .filter((found) => found !== undefined);
}

/** Asks for the records of libraries, a part of its own, only where a name has a prefix. */
function extensionNamed(lowerName: string): ParameterRecord | undefined {
  return lowerName.includes('.') ? extensionRecord(lowerName) : undefined;
}

/** The record of a core parameter over all majors; the name in any letter case, no aliases. */
export function parameterRecord(name: string): ParameterRecord | undefined {
  return core.get(lowerCaseAscii(name));
}

/** What an alias stands for: `sort_mem` gives work_mem. The name in any letter case. */
export function aliasTarget(name: string): string | undefined {
  return aliases.get(lowerCaseAscii(name));
}

/** The facts of one major out of a record. */
export function factsOf(record: ParameterRecord, major: Major): ParameterFacts | undefined {
  if (major < record.since || major > (record.until ?? major)) return undefined;
  const { type = '', context = '' } = record;
  const facts: ParameterFacts = { ...record, type, context };
  for (const [changed, fields] of Object.entries(record.changes ?? {})) {
    if (Number(changed) <= major) Object.assign(facts, fields);
  }
  return facts;
}

function readParameter(record: ParameterRecord | undefined, major: Major): Parameter | undefined {
  const facts = record && factsOf(record, major);
  if (!facts) return undefined;
  const parameter: Parameter = {
    name: record.name,
    type: facts.type as ParameterType,
    context: facts.context as ParameterContext,
    unit: (facts.unit ?? undefined) as BaseUnit | undefined,
    min: facts.min ?? undefined,
    max: facts.max ?? undefined,
    values: facts.values ?? undefined,
    hiddenValues: facts.hiddenValues ?? undefined,
    default: facts.default ?? undefined,
    category: facts.category ?? '',
    library: record.library,
  };
  if (facts.buildValues) parameter.buildValues = facts.buildValues;
  if (facts.aliases) parameter.aliases = facts.aliases;
  if (facts.hidden) parameter.hidden = true;
  const minor = record.minors?.[major];
  if (minor) parameter.sinceMinor = minor;
  if (record.needsBuild) parameter.needsBuild = record.needsBuild;
  return parameter;
}
