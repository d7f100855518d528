/** Lists of libraries to load, as the server takes them apart. For rules about them. */
import type { Cluster, ConfEntry } from '../../cluster/types.js';

/** The parameters whose value is a list of libraries that the server loads by itself. */
export const libraryLists = [
  'shared_preload_libraries',
  'session_preload_libraries',
  'local_preload_libraries',
] as const;

/** An element of a list of libraries. */
export interface LibraryElement {
  /** As the server looks for it: quotes undone, letter case kept. */
  name: string;
  quoted: boolean;
}

/**
 * Takes a list of libraries apart as SplitDirectoriesString of varlena.c does.
 *
 * @returns undefined where the syntax is wrong: an empty element, an open quote, something behind a quote. The server
 *   then loads none of them
 */
export function splitLibraries(text: string): LibraryElement[] | undefined {
  if (text.trim() === '') return [];
  const elements: LibraryElement[] = [];
  const element = /\s*(?:"((?:[^"]|"")*)"|([^,"][^,]*?))\s*(,|$)/y;
  for (let at = 0; at <= text.length; ) {
    element.lastIndex = at;
    const match = element.exec(text);
    if (match === null) return undefined;
    const [whole, quoted, bare, separator] = match;
    const name = quoted === undefined ? bare!.trim() : quoted.replaceAll('""', '"');
    if (quoted === undefined && name === '') return undefined;
    elements.push({ name, quoted: quoted !== undefined });
    if (separator === '') return elements;
    at += whole.length;
  }
  return undefined;
}

/** A library without folder and ending: `$libdir/pgaudit` and `pgaudit.so` are pgaudit. */
export function libraryName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:so|dylib|dll)$/, '');
}

/** Every library that a cluster's servers or sessions load by themselves; undefined where the files do not tell. */
export function loadedLibraries({ configuration, complete }: Cluster): Set<string> | undefined {
  if (!complete || configuration.unread.length > 0) return undefined;
  const loaded = new Set<string>();
  for (const list of libraryLists) {
    for (const { name } of splitLibraries(configuration.get(list).value ?? '') ?? []) loaded.add(libraryName(name));
  }
  const archive = configuration.get('archive_library').value ?? '';
  if (archive !== '') loaded.add(libraryName(archive));
  return loaded;
}

/** The entries in force for the lists of libraries. */
export function libraryEntries({ configuration }: Cluster): ConfEntry[] {
  return libraryLists.flatMap((list) => configuration.get(list).entry ?? []);
}
