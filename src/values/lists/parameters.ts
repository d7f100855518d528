/** How the server splits the value of each parameter that is a list. */

import type { Major } from '../../catalog/majors.js';
import { baseNameOf } from '../../files/paths.js';
import { splitFiles, splitIdentifiers, splitWords } from './split.js';

/** The parameters whose value is a list of libraries that the server loads by itself (miscinit.c, load_libraries). */
export const libraryParameters = [
  'shared_preload_libraries',
  'session_preload_libraries',
  'local_preload_libraries',
] as const;

/** Whether a parameter is one of them. */
export function isLibraryParameter(name: string): boolean {
  return (libraryParameters as readonly string[]).includes(name);
}

/** SplitIdentifierString; so does pgAudit with its classes. */
const identifierLists = new Set([
  'createrole_self_grant',
  'datestyle',
  'debug_io_direct',
  'log_connections',
  'log_destination',
  'log_min_messages',
  'pgaudit.log',
  'restrict_nonsystem_relation_kind',
  'search_path',
  'synchronized_standby_slots',
  'temp_tablespaces',
  'wal_consistency_checking',
]);

/**
 * The elements of a parameter's value.
 *
 * @param name the parameter, in lower case; one that is no list for the server is split at its commas
 * @param major the server's major
 * @returns undefined where the syntax is wrong; in a list of libraries, the server then loads none of them
 */
export function splitParameter(name: string, text: string, major: Major): string[] | undefined {
  if (identifierLists.has(name)) return splitIdentifiers(text, major);
  if (name === 'listen_addresses') return splitWords(text, major);
  return splitFiles(text, major)?.map((element) => element.name);
}

/** A library without folder and ending: `$libdir/pgaudit` and `pgaudit.so` are pgaudit. */
export function libraryName(path: string): string {
  return baseNameOf(path).replace(/\.(?:so|dylib|dll)$/, '');
}
