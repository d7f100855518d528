/** Operations on settings, for the fixes of rules. */
import type { Cluster, ConfEntry, Place } from '../../cluster/types.js';
import type { Operation } from '../../linter/operations.js';
import { unescapeString } from '../../syntax/conf-string.js';
import { commentedDefault, mainOf } from '../settings/setting-places.js';
import { foreignQuotesAround } from './foreign-quotes.js';

/** Another value in the place of an entry's; what was quoted stays quoted unless `quoted` says otherwise. */
export function replaceValue(
  { file, node }: ConfEntry,
  value: string,
  quoted = node.value.class === 'STRING',
): Operation[] {
  const { start, end } = node.value;
  return [{ do: 'replace-value', at: file, token: { start, end }, value, quoted }];
}

/** A value in quotes in the place of what the server could not read as one. */
export function replaceBrokenValue({ file, start, end }: Place, value: string): Operation[] {
  return [{ do: 'replace-value', at: file, token: { start, end }, value, quoted: true }];
}

/** Another name in the place of an entry's. */
export function renameSetting({ file, node }: ConfEntry, name: string): Operation[] {
  const { start, end } = node.name;
  return [{ do: 'rename-setting', at: file, token: { start, end }, name }];
}

/**
 * What puts a parameter in force with another value: it replaces the value of the entry in force, or puts the assignment
 * below the commented default, or at the end of the main file.
 *
 * @param name the parameter
 * @param written the new value as a file shows it, quotes included where it needs them
 * @returns undefined where nothing may be edited: the entry in force stands in postgresql.auto.conf, which belongs to
 *   ALTER SYSTEM, or there is no main file
 */
export function setSetting(cluster: Cluster, name: string, written: string): Operation[] | undefined {
  const quoted = written.startsWith("'");
  const value = quoted ? unescapeString(written.slice(1, -1)) : written;
  const { entry } = cluster.configuration.get(name);
  if (entry !== undefined) {
    if (entry.file === cluster.configuration.auto) return undefined;
    // What is in quotes that do not quote is replaced first: a value made of it would have them for ever.
    if (entry.node.value.class !== 'STRING' && foreignQuotesAround(entry.value) !== undefined) return undefined;
    return replaceValue(entry, value, quoted);
  }
  const main = mainOf(cluster);
  if (main === undefined) return undefined;
  return [{ do: 'add-setting', at: main, below: commentedDefault(main, name), name, value, quoted }];
}

/** What removes an entry with its whole line; undefined in postgresql.auto.conf. */
export function removeSetting(cluster: Cluster, { file, start, end }: ConfEntry): Operation[] | undefined {
  if (file === cluster.configuration.auto) return undefined;
  return [{ do: 'remove-setting', at: file, entry: { start, end } }];
}
