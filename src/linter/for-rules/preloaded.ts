/** Which libraries a server loads at its start, as rules ask for it. */
import type { Cluster } from '../../cluster/types.js';
import { listInForce, textInForce } from './settings.js';

/** A library's own name in lower case: `$libdir/pgaudit` and `pgaudit.so` are pgaudit. */
export function libraryName(library: string): string {
  const file = library.slice(library.lastIndexOf('/') + 1).toLowerCase();
  return file.replace(/\.(?:so|dylib|dll)$/, '');
}

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
