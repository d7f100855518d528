import type { ReleaseItem } from '../note.js';
import { itemsOf } from './of.js';

const v17 = itemsOf(17);
const v18 = itemsOf(18);
const v19 = itemsOf(19);
const v20 = itemsOf(20);

/** Items of the release notes of 17 to 20. */
export const items: readonly ReleaseItem[] = [
  v17('adminpack', 'meaning', 'before', 'The libraries adminpack and old_snapshot are gone.'),
  v17('snapshot-threshold', 'rule', 'before', 'old_snapshot_threshold is gone.'),
  v17('user-namespace', 'rule', 'before', 'db_user_namespace is gone.'),
  v17('trace-recovery', 'rule', 'before', 'trace_recovery_messages is gone.'),
  v17('vacuum-buffers', 'default', 'after', 'vacuum_buffer_usage_limit is 2 MB.'),
  v17(
    'safe-search-path',
    'by hand',
    'after',
    'Maintenance such as REINDEX and ANALYZE runs with a safe search_path: functions of indexes name their schemas or set their own.',
  ),
  v17(
    'vacuum-memory',
    'meaning',
    'after',
    'VACUUM uses all of maintenance_work_mem or autovacuum_work_mem; before, 1 GB at most.',
  ),
  v17(
    'write-through',
    'meaning',
    'before',
    'On Windows, wal_sync_method no longer takes fsync_writethrough; on macOS it does.',
  ),
  v17('trust-log', 'meaning', 'after', 'log_connections = on writes that line for the method trust as well.'),
  v18(
    'checksums',
    'by hand',
    'before',
    'initdb switches data checksums on; pg_upgrade wants both clusters alike, so check SHOW data_checksums and use --no-data-checksums where they are off.',
  ),
  v18('read-ahead', 'default', 'after', 'effective_io_concurrency and maintenance_io_concurrency are 16.'),
  v18('groups-name', 'rule', 'before', 'ssl_ecdh_curve is ssl_groups.'),
  v18(
    'groups',
    'by hand',
    'after',
    'ssl_groups prefers X25519 where no file sets it; before, ssl_ecdh_curve was prime256v1.',
  ),
  v18(
    'worker-slots',
    'meaning',
    'before',
    'autovacuum_max_workers counts only up to autovacuum_worker_slots, which is 16 at most where nothing sets it.',
  ),
  v18(
    'origins',
    'meaning',
    'before',
    'max_active_replication_origins, not max_replication_slots, limits what a subscriber follows.',
  ),
  v18('open-files', 'meaning', 'after', 'max_files_per_process counts only files that a session opens itself.'),
  v18(
    'abbreviations',
    'by hand',
    'after',
    'Abbreviations of the session’s time zone count before those of timezone_abbreviations.',
  ),
  v18('md5-deprecated', 'rule', 'after', 'md5 passwords are on their way out, and each that is set gives a warning.'),
  v18(
    'connection-log',
    'rule',
    'before',
    'log_connections no longer takes the beginning of a word, such as t; on, off, true, false, yes, no, 1 and 0 stay.',
  ),
  v18('local-address', 'meaning', 'after', 'log_line_prefix knows %L, which printed nothing before.'),
  v18(
    'wal-timing',
    'meaning',
    'after',
    'track_wal_io_timing puts its times into pg_stat_io, no longer into pg_stat_wal.',
  ),
  v18(
    'reading-workers',
    'by hand',
    'after',
    'Reads go through workers of their own (io_method = worker); io_method = sync reads as before.',
  ),
  v18(
    'large-tables',
    'by hand',
    'after',
    'Large tables are vacuumed after 100 million changed rows at the latest (autovacuum_vacuum_max_threshold).',
  ),
  v18(
    'read-ahead-everywhere',
    'by hand',
    'after',
    'Where the operating system has no posix_fadvise(), as macOS and Windows, effective_io_concurrency and maintenance_io_concurrency may be above 0, and are 16 where nothing sets them.',
  ),
  v19('strings', 'rule', 'before', 'standard_conforming_strings can only be on, and escape_string_warning is gone.'),
  v19('radius', 'rule', 'before', 'The method radius is gone.'),
  v19(
    'io-workers',
    'rule',
    'before',
    'io_workers is gone: the server chooses between io_min_workers and io_max_workers.',
  ),
  v19('mule', 'rule', 'before', 'The encoding MULE_INTERNAL is gone.'),
  v19('reserved-slot', 'rule', 'before', 'pg_conflict_detection is the name of a slot of the server’s own.'),
  v19(
    'wal-compression',
    'meaning',
    'after',
    'wal_compression = on means zstd, or lz4 where zstd is not built in; before it meant pglz.',
  ),
  v19('locks', 'meaning', 'before', 'max_locks_per_transaction must be twice as large for the same number of locks.'),
  v19('locks-default', 'default', 'after', 'max_locks_per_transaction is 128.'),
  v19(
    'analyze-log',
    'meaning',
    'before',
    'log_autovacuum_min_duration no longer covers ANALYZE, which log_autoanalyze_min_duration does.',
  ),
  v19(
    'back-references',
    'meaning',
    'before',
    'Every \\1 of a role in pg_ident.conf is replaced, no longer only the first.',
  ),
  v19('jit-off', 'default', 'after', 'jit is off.'),
  v19('lock-waits', 'default', 'after', 'log_lock_waits is on.'),
  v19(
    'toast',
    'by hand',
    'after',
    'default_toast_compression is lz4 where the server is built with it, as most packages are.',
  ),
  v19(
    'password-warnings',
    'by hand',
    'after',
    'Sessions are warned a week before their password ends, and after each login with an md5 password; password_expiration_warning_threshold and md5_password_warnings switch it off.',
  ),
  v19(
    'line-ends-in-names',
    'by hand',
    'before',
    'Names of databases, roles and tablespaces must not hold line ends; pg_upgrade refuses clusters with such names.',
  ),
  v19(
    'logical-on-demand',
    'by hand',
    'after',
    'With wal_level = replica the first logical replication slot switches logical decoding on; effective_wal_level tells what holds.',
  ),
  v20(
    'cleared-target',
    'meaning',
    'before',
    'A recovery target that is set to the empty text no longer clears another one that is set before it.',
  ),
];
