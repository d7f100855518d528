/** Which libraries a server loads by itself. */
import type { Cluster, ConfEntry } from '../../cluster/types.js';
import { libraryName, libraryParameters } from '../../values/lists/parameters.js';
import { splitFiles } from '../../values/lists/split.js';
import { quoteValue, writeElement } from '../../values/quote.js';
import { listInForce, textInForce } from './settings.js';

/** Every library that a cluster's servers or sessions load by themselves; undefined where the files do not tell. */
export function loadedLibraries({ configuration, extent, target }: Cluster): Set<string> | undefined {
  if (extent !== 'whole' || configuration.unread.length > 0) return undefined;
  const loaded = new Set<string>();
  for (const list of libraryParameters) {
    for (const { name } of splitFiles(configuration.get(list).value ?? '', target) ?? []) loaded.add(libraryName(name));
  }
  const archive = configuration.get('archive_library').value ?? '';
  if (archive !== '') loaded.add(libraryName(archive));
  return loaded;
}

/** The entries in force for the lists of libraries. */
export function libraryEntries({ configuration }: Cluster): ConfEntry[] {
  return libraryParameters.flatMap((list) => configuration.get(list).entry ?? []);
}

/**
 * The names of the libraries in shared_preload_libraries, in lower case: whether a file is really called so is for
 * another rule.
 *
 * @returns undefined where files do not tell
 */
export function preloadedLibraries(cluster: Cluster): string[] | undefined {
  return listInForce(cluster, 'shared_preload_libraries')?.map((file) => libraryName(file).toLowerCase());
}

/** Whether one of some libraries is among those that are preloaded. */
export function hasLibrary(loaded: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((library) => loaded.includes(library.toLowerCase()));
}

/** The value of shared_preload_libraries with one more library after those in force, as a file is to show it. */
export function withLibrary(cluster: Cluster, library: string): string {
  const before = textInForce(cluster, 'shared_preload_libraries')?.trim() ?? '';
  return quoteValue(before === '' ? writeElement(library) : `${before}, ${writeElement(library)}`);
}
