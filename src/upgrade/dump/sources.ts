/** The settings of roles and databases, judged as files of settings: one for each role, database, or role in a database. */
import type { Major } from '../../catalog/majors.js';
import { ClusterFinder } from '../../cluster/find/find.js';
import { loadCluster } from '../../cluster/load.js';
import { MemoryFileSystem } from '../../files/memory-file-system.js';
import type { LintSource } from '../../linter/engine/lint.js';
import { quoteValue } from '../../values/quote.js';
import { type DumpedSetting, dumpedSettings } from './statements.js';

/** A dump as `upgrade` looks at it. */
export interface Dump {
  /** The file, as messages name it. */
  name: string;
  settings: readonly DumpedSetting[];
  /** One for each owner of settings. */
  sources: readonly LintSource[];
  /** The line of the dump that a line of one of these files stands for. */
  lineOf(path: string, line: number): number | undefined;
}

/** What a file of settings can name; other names, which roles may have, are judged by themselves. */
const nameOfFiles = /^[A-Za-z_\x80-\uffff][\w\x80-\uffff]*(?:\.[A-Za-z_\x80-\uffff][\w\x80-\uffff]*)?$/;

/**
 * Reads a dump.
 *
 * @param name how messages name the file
 */
export function readDump(name: string, text: string): Dump {
  const settings = dumpedSettings(text);
  const owners = new Map<string, DumpedSetting[]>();
  for (const setting of settings) {
    if (nameOfFiles.test(setting.name)) owners.set(setting.scope, [...(owners.get(setting.scope) ?? []), setting]);
  }
  const files = new Map(
    [...owners.values()].map((own, index) => [
      `/${index}/settings.conf`,
      { own, text: own.map((setting) => `${setting.name} = ${quoteValue(setting.value)}\n`).join('') },
    ]),
  );
  const fileSystem = new MemoryFileSystem(
    Object.fromEntries([...files].map(([path, file]) => [path, file.text] as const)),
  );
  const finder = new ClusterFinder(fileSystem, { workspace: ['/'], kindOf: () => 'conf' });
  const sources = finder.find([...files.keys()]).map(({ definition }) => ({
    path: definition.path,
    load: (target: Major) => loadCluster(definition, fileSystem, target, finder.readerOptions),
  }));
  return { name, settings, sources, lineOf: (path, line) => files.get(path)?.own[line - 1]?.line };
}
