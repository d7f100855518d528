/** Settings whose text stays and whose meaning changes. */
import { libraryOfPrefix } from '../../catalog/libraries.js';
import { extensionParameter } from '../../catalog/parameters.js';
import { shippedLibrary } from '../../catalog/shipped-libraries.js';
import type { ConfEntry } from '../../cluster/types.js';
import { splitPaths } from '../../values/lists/split.js';
import type { MeaningCheck, Upgrade } from './note.js';

/** The entry in force of a parameter that the files set to a value that both majors take. */
function setIn({ after }: Upgrade, name: string): ConfEntry | undefined {
  const { entry, reading } = after.configuration.get(name);
  return reading?.ok === false ? undefined : entry;
}

function numberIn(upgrade: Upgrade, name: string): { entry: ConfEntry; value: number } | undefined {
  const entry = setIn(upgrade, name);
  const value = entry?.reading?.ok ? entry.reading.value : undefined;
  return entry === undefined || typeof value !== 'number' ? undefined : { entry, value };
}

/** What 13 reads for what 12 made of a number: the sum of its parts (release notes of 13). */
function ioConcurrencyOf13(old: number): number {
  let sum = 0;
  for (let part = 1; part <= old; part++) sum += old / part;
  return Math.round(sum);
}

const check =
  (name: string, advice: (entry: ConfEntry, upgrade: Upgrade) => string | undefined): MeaningCheck =>
  (upgrade) => {
    const at = setIn(upgrade, name);
    const text = at === undefined ? undefined : advice(at, upgrade);
    return at === undefined || text === undefined ? [] : [{ at, advice: text }];
  };

const checkNumber =
  (name: string, advice: (value: number, upgrade: Upgrade) => string | undefined): MeaningCheck =>
  (upgrade) => {
    const found = numberIn(upgrade, name);
    const text = found === undefined ? undefined : advice(found.value, upgrade);
    return found === undefined || text === undefined ? [] : [{ at: found.entry, advice: text }];
  };

const libraryLists = ['shared_preload_libraries', 'session_preload_libraries', 'local_preload_libraries'];

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
  'target-reached': (upgrade) =>
    ['recovery_target_name', 'recovery_target_time', 'recovery_target_xid', 'recovery_target_lsn'].flatMap((name) => {
      const at = setIn(upgrade, name);
      return at === undefined || at.value === ''
        ? []
        : [{ at, advice: 'Make sure that the archive reaches the target: recovery that ends before it fails.' }];
    }),
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
  'analyze-log': check('log_autovacuum_min_duration', ({ value }, upgrade) =>
    value === '-1' || setIn(upgrade, 'log_autoanalyze_min_duration') !== undefined
      ? undefined
      : `Set log_autoanalyze_min_duration = ${value} as well, or ANALYZE is logged from 10 minutes on.`,
  ),
};
