/** Settings whose text stays and whose meaning changes. */
import { libraryOfPrefix } from '../../catalog/libraries.js';
import { extensionParameter } from '../../catalog/parameters.js';
import { shippedLibrary } from '../../catalog/shipped-libraries.js';
import { findTimeZone } from '../../catalog/timezones.js';
import { splitPaths } from '../../values/lists/split.js';
import { parsePosixZone } from '../../values/posix-time-zone.js';
import type { MeaningCheck } from './note.js';
import { check, checkNumber, numberIn, setIn } from './setting-check.js';

/** What 13 reads for what 12 made of a number: the sum of its parts (release notes of 13). */
function ioConcurrencyOf13(old: number): number {
  let sum = 0;
  for (let part = 1; part <= old; part++) sum += old / part;
  return Math.round(sum);
}

/** The settings that name libraries. */
export const libraryLists = ['shared_preload_libraries', 'session_preload_libraries', 'local_preload_libraries'];

/** Libraries in the lists that PostgreSQL shipped with the old major and no longer ships with the new one. */
const goneLibraries =
  (...names: string[]): MeaningCheck =>
  (upgrade) =>
    libraryLists.flatMap((list) => {
      const at = setIn(upgrade, list);
      return (at === undefined ? [] : (splitPaths(at.value, upgrade.after.target) ?? [])).flatMap((path) => {
        const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.so$/, '');
        const until = shippedLibrary(name)?.until;
        if (until === undefined || !names.includes(name)) return [];
        const advice = `Take ${name} out of ${list}: ${until} was the last major that ships it, and a library that is not there stops the start or the session.`;
        return [{ at: at!, advice }];
      });
    });

/** Names under the prefix of a library of PostgreSQL that it does not have: servers drop them when they load it. */
const reservedPrefixes: MeaningCheck = ({ after }) =>
  after.configuration.entries.flatMap((entry) => {
    if (!entry.custom || entry.parameter !== undefined) return [];
    const library = libraryOfPrefix(entry.name.slice(0, entry.name.indexOf('.')));
    if (library?.complete !== true || extensionParameter(entry.name, after.target) !== undefined) return [];
    const advice = `Take ${entry.name} out: ${library.name} has no such parameter, and the line is dropped when it is loaded.`;
    return [{ at: entry, advice }];
  });

/** The checks by the items that they are of. */
export const settingChecks: Readonly<Record<string, MeaningCheck>> = {
  chkpass: goneLibraries('chkpass'),
  timetravel: goneLibraries('timetravel'),
  adminpack: goneLibraries('adminpack', 'old_snapshot'),
  'reserved-prefixes': reservedPrefixes,
  'float-digits': checkNumber('extra_float_digits', (value) =>
    value > 0
      ? 'Numbers print with up to 17 digits, as few as suffice. Compare what programs do with printed numbers.'
      : undefined,
  ),
  'wal-senders': checkNumber(
    'max_connections',
    () =>
      'WAL senders have places of their own now. Lower max_connections by max_wal_senders where it was raised for them.',
  ),
  'io-concurrency': checkNumber('effective_io_concurrency', (value) =>
    value > 1
      ? `Write effective_io_concurrency = ${Math.min(1000, ioConcurrencyOf13(value))} to ask for as many pages as before.`
      : undefined,
  ),
  'worker-slots': checkNumber('autovacuum_max_workers', (value, upgrade) => {
    const slots = numberIn(upgrade, 'autovacuum_worker_slots')?.value ?? 16;
    return value > slots ? `Set autovacuum_worker_slots = ${value} as well, or only ${slots} workers run.` : undefined;
  }),
  origins: checkNumber('max_replication_slots', (value, upgrade) =>
    value > 10 && setIn(upgrade, 'max_active_replication_origins') === undefined
      ? `Where this server subscribes, set max_active_replication_origins = ${value} as well: it is 10 where nothing sets it.`
      : undefined,
  ),
  'open-files': checkNumber(
    'max_files_per_process',
    () =>
      'A session may hold a few more files open than before: files that it inherits no longer count. Check the limit of the operating system.',
  ),
  'wal-compression': check('wal_compression', ({ value }) =>
    /^(?:on|true|yes|1)$/i.test(value)
      ? 'Write wal_compression = pglz to keep the method of before, or leave it for zstd, which takes less space.'
      : undefined,
  ),
  locks: checkNumber('max_locks_per_transaction', (value, upgrade) => {
    const before = upgrade.before.configuration.get('max_locks_per_transaction').value;
    return Number(before) === value
      ? `Write max_locks_per_transaction = ${value * 2} to have room for as many locks as before.`
      : undefined;
  }),
  'zone-rules': (upgrade) =>
    ['TimeZone', 'log_timezone'].flatMap((name) =>
      check(name, ({ value }) => {
        if (findTimeZone(value) !== undefined || value.includes(',')) return undefined;
        if (parsePosixZone(value)?.daylight === undefined) return undefined;
        return 'Write the name of a zone, such as Europe/Paris, or the rule itself, as in EST5EDT,M3.2.0,M11.1.0.';
      })(upgrade),
    ),
  'abstract-sockets': check('unix_socket_directories', ({ value }, upgrade) =>
    splitPaths(value, upgrade.after.target)?.some((path) => path.startsWith('@'))
      ? 'Write ./ before the name where it is a folder.'
      : undefined,
  ),
  'vacuum-memory': (upgrade) =>
    ['maintenance_work_mem', 'autovacuum_work_mem'].flatMap((name) =>
      checkNumber(name, (kilobytes) =>
        kilobytes > 1024 * 1024 ? 'Make sure that the machine has this much for each VACUUM.' : undefined,
      )(upgrade),
    ),
  'write-through': check('wal_sync_method', ({ value }) =>
    value.toLowerCase() === 'fsync_writethrough'
      ? 'Where the server runs on Windows, write wal_sync_method = fsync, which does the same.'
      : undefined,
  ),
  'wal-timing': check('track_wal_io_timing', ({ reading }) =>
    reading?.ok && reading.value === true ? 'Change queries that look for them in pg_stat_wal.' : undefined,
  ),
};
