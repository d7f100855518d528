import data from './data/shipped-libraries.js';

/** In which majors PostgreSQL itself ships a library. */
export interface ShippedLibrary {
  /** The first major that has it; the oldest of the catalogue may stand for earlier ones. */
  since: number;
  /** The last major that has it; undefined where the newest one still does. */
  until: number | undefined;
}

/**
 * Tells which majors ship a library, with parameters or without. Those that need Perl, Python, Tcl or SELinux are not
 * among them: packages differ.
 *
 * @param name as in shared_preload_libraries, without folder and extension
 * @returns undefined for libraries of others and for names that no library has
 */
export function shippedLibrary(name: string): ShippedLibrary | undefined {
  for (const line of data.split('\n')) {
    const [library, since, until] = line.split('\t') as [string, string, string?];
    if (library === name) return { since: Number(since), until: until === undefined ? undefined : Number(until) };
  }
  return undefined;
}

/** The names of all libraries that some major ships. */
export function shippedLibraryNames(): string[] {
  return data.split('\n').map((line) => line.slice(0, line.indexOf('\t')));
}
