import type { Major } from '../../catalog/majors.js';
import type { Phase, ReleaseItem, Shown } from './note.js';

const of =
  (major: Major) =>
  (id: string, shown: Shown, phase: Phase, change: string): ReleaseItem => ({ id, major, shown, phase, change });

const [v11, v12, v13, v14, v15, v16, v17, v18, v19] = [11, 12, 13, 14, 15, 16, 17, 18, 19].map((major) =>
  of(major as Major),
) as [Item, Item, Item, Item, Item, Item, Item, Item, Item];
type Item = ReturnType<typeof of>;

/**
 * The items of the release notes of 11 to 19 that touch the configuration files, or the meaning of a setting or record.
 * docs/upgrade.md shows them; each that files can show has a test.
 */
export const releaseItems: readonly ReleaseItem[] = [
  v11('chkpass', 'meaning', 'before', 'The library chkpass is gone.'),
  v12('timetravel', 'meaning', 'before', 'The library timetravel is gone.'),
  v17('adminpack', 'meaning', 'before', 'The libraries adminpack and old_snapshot are gone.'),
  v11('sorting', 'rule', 'before', 'replacement_sort_tuples is gone.'),
  v12(
    'recovery-conf',
    'by hand',
    'before',
    'recovery.conf is gone: its settings move to postgresql.conf, and standby.signal or recovery.signal says what to do. A server with a recovery.conf does not start.',
  ),
  v12('oids', 'rule', 'before', 'Tables cannot have OIDs: default_with_oids takes only off.'),
  v12('client-messages', 'rule', 'before', 'client_min_messages no longer takes fatal and panic.'),
  v12('jit', 'default', 'after', 'jit is on.'),
  v12(
    'float-digits',
    'meaning',
    'after',
    'extra_float_digits above 0 prints the shortest text that reads back as the same number.',
  ),
  v12('wal-senders', 'meaning', 'after', 'WAL senders no longer count among max_connections.'),
  v12('vacuum-delay', 'default', 'after', 'autovacuum_vacuum_cost_delay is 2 ms.'),
  v12(
    'target-timeline',
    'by hand',
    'before',
    'recovery_target_timeline is latest where nothing sets it, no longer the timeline of the backup.',
  ),
  v13('segments', 'rule', 'before', 'wal_keep_segments is wal_keep_size, a size.'),
  v13(
    'io-concurrency',
    'meaning',
    'before',
    'effective_io_concurrency is taken as it is; up to 12 the server asked for more pages than it says.',
  ),
  v13(
    'target-reached',
    'meaning',
    'after',
    'Recovery that ends before its target fails instead of opening the server.',
  ),
  v13('tls-1.2', 'default', 'after', 'ssl_min_protocol_version is TLSv1.2: older clients are refused.'),
  v14(
    'scram',
    'default',
    'before',
    'password_encryption is scram-sha-256: clients that know only md5 cannot log in with a new password.',
  ),
  v14('encryption-boolean', 'rule', 'before', 'password_encryption no longer takes on, true, yes and 1.'),
  v14('clientcert', 'rule', 'before', 'clientcert no longer takes 0, 1 and no-verify.'),
  v14('cert-verify-ca', 'rule', 'before', 'clientcert=verify-ca no longer goes with the method cert.'),
  v14(
    'continuation',
    'meaning',
    'before',
    'A backslash at the end of a line of pg_hba.conf or pg_ident.conf joins the next line to it.',
  ),
  v14(
    'regular-expressions',
    'meaning',
    'before',
    'Some regular expressions match otherwise: \\D, \\W and line ends, back-references.',
  ),
  v14('cleanup-scale', 'rule', 'before', 'vacuum_cleanup_index_scale_factor is gone.'),
  v14('operator-precedence', 'rule', 'before', 'operator_precedence_warning is gone.'),
  v14('checkpoint-target', 'default', 'after', 'checkpoint_completion_target is 0.9.'),
  v14('page-miss', 'default', 'after', 'vacuum_cost_page_miss is 2.'),
  v15('statistics-folder', 'rule', 'before', 'stats_temp_directory is gone: statistics live in shared memory.'),
  v15(
    'reserved-prefixes',
    'meaning',
    'before',
    'Names under the prefix of a loaded library that it does not have are dropped with a warning.',
  ),
  v15('hash-memory', 'default', 'after', 'hash_mem_multiplier is 2: hashes may take twice work_mem.'),
  v15('checkpoint-log', 'default', 'after', 'log_checkpoints is on.'),
  v15('autovacuum-log', 'default', 'after', 'log_autovacuum_min_duration is 10 minutes.'),
  v15(
    'exclusive-backup',
    'by hand',
    'before',
    'Exclusive backups are gone: scripts call pg_backup_start() and pg_backup_stop().',
  ),
  v15(
    'public-schema',
    'by hand',
    'after',
    'New databases let only their owner create in the schema public; a database that is carried over keeps its rights.',
  ),
  v16('promote-file', 'rule', 'before', 'promote_trigger_file is gone: pg_ctl promote or pg_promote() promotes.'),
  v16('cleanup-age', 'rule', 'before', 'vacuum_defer_cleanup_age is gone.'),
  v16('parallel-name', 'rule', 'before', 'force_parallel_mode is debug_parallel_query.'),
  v16(
    'name-expressions',
    'meaning',
    'before',
    'A database or role name in pg_hba.conf that starts with a slash is a regular expression.',
  ),
  v16(
    'mapped-keywords',
    'meaning',
    'before',
    'The database role in pg_ident.conf may be all, +group or /expression; before, these were plain names.',
  ),
  v16(
    'hba-includes',
    'meaning',
    'before',
    'include, include_if_exists and include_dir at the start of a line draw in files.',
  ),
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
];

/** The items that a move from one major to another passes, oldest first. */
export function itemsBetween(from: Major, to: Major): ReleaseItem[] {
  return releaseItems.filter(({ major }) => major > from && major <= to);
}
