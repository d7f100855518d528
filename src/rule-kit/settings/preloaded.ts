/** Which libraries a server loads at its start, as rules ask for it. */
import type { Cluster } from '../../cluster/types.js';
import { libraryName } from './libraries.js';
import { listInForce, textInForce } from './settings.js';

/**
 * The names of the libraries in shared_preload_libraries.
 *
 * @returns undefined where files do not tell
 */
export function preloadedLibraries(cluster: Cluster): string[] | undefined {
  return listInForce(cluster, 'shared_preload_libraries')?.map(libraryName);
}

/** The value of shared_preload_libraries with one more library behind those in force, as a file is to show it. */
export function withLibrary(cluster: Cluster, library: string): string {
  const before = textInForce(cluster, 'shared_preload_libraries')?.trim() ?? '';
  const text = before === '' ? library : `${before}, ${library}`;
  return `'${text.replaceAll("'", "''")}'`;
}
