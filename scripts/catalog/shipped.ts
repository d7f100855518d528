import type { Sandbox } from './server.js';
import { loadableLibraries } from './settings.js';

/** Conversions of encodings, which no list of libraries names, and what a packager added. */
const conversions = /^(?:utf8_.*|cyrillic|latin.*|plugin_debugger)$/;

/** Libraries that plain builds leave out, because they need Perl, SELinux or other libraries (contrib/Makefile, src/pl). */
const oftenLeftOut = /^(?:plperl|plpython[23]?|pltcl|sepgsql|uuid-ossp|pgxml|(?:bool|hstore|jsonb|ltree)_pl.*)$/;

/**
 * Which libraries the majors ship.
 *
 * @param sandboxes servers of all majors, by rising major
 * @returns lines: the name, the first major that has it, and the last one where later majors dropped it
 */
export async function readShippedLibraries(sandboxes: readonly Sandbox[]): Promise<string[]> {
  const found = new Map<string, number[]>();
  for (const sandbox of sandboxes) {
    for (const name of await loadableLibraries(sandbox)) {
      if (conversions.test(name) || oftenLeftOut.test(name)) continue;
      found.set(name, [...(found.get(name) ?? []), sandbox.installation.major]);
    }
  }
  const newest = sandboxes.at(-1)!.installation.major;
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, having]) => {
      const last = having.at(-1)!;
      if (having.length !== last - having[0]! + 1) throw new Error(`${name} is missing in between`);
      return `${name}\t${having[0]}${last === newest ? '' : `\t${last}`}`;
    });
}
