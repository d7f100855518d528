import type { ReleaseItem } from '../note.js';
import { itemsOf } from './of.js';

const v14 = itemsOf(14);
const v15 = itemsOf(15);
const v16 = itemsOf(16);

/** Items of the release notes of 14 to 16. */
export const items: readonly ReleaseItem[] = [
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
  v14(
    'custom-names',
    'dump',
    'before',
    'Names of custom parameters consist of words that SQL takes without quotes: no my-app.level.',
  ),
  v14(
    'range-shorthands',
    'rule',
    'before',
    'A shorthand such as \\w no longer begins or ends a range in the brackets of a regular expression.',
  ),
  v14('pg-standby', 'meaning', 'before', 'The program pg_standby is gone.'),
  v14(
    'abstract-sockets',
    'meaning',
    'before',
    'A name in unix_socket_directories that begins with @ is an abstract socket, no longer a folder.',
  ),
  v14('line-prefix', 'meaning', 'after', 'log_line_prefix knows %P and %Q, which printed nothing before.'),
  v14(
    'authenticated-log',
    'meaning',
    'after',
    'log_connections = on writes another line for a login: which identity it proved, by which method and record.',
  ),
  v14(
    'paused-standby',
    'by hand',
    'after',
    'A hot standby pauses recovery, and no longer stops, where its primary raises max_connections, max_worker_processes, max_wal_senders, max_prepared_transactions or max_locks_per_transaction above its own.',
  ),
  v14(
    'temporary-files',
    'by hand',
    'after',
    'Temporary files are removed after a crash of a session; remove_temp_files_after_crash = off keeps them.',
  ),
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
  v15('shared-buffers', 'default', 'after', 'shared_buffers is 128MB where no file sets it.'),
  v15(
    'recovery-reads-ahead',
    'by hand',
    'after',
    'Recovery reads ahead where the operating system can (recovery_prefetch = try).',
  ),
  v15(
    'solaris-memory',
    'by hand',
    'after',
    'On Solaris, initdb writes dynamic_shared_memory_type = sysv; posix fails there now and then.',
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
  v16(
    'two-archivers',
    'meaning',
    'before',
    'archive_library and archive_command must not both be set; before, archive_library counted.',
  ),
  v16('locale-names', 'rule', 'before', 'lc_collate and lc_ctype are gone: each database has its own.'),
  v16(
    'plan-parameters',
    'meaning',
    'before',
    'auto_explain logs the parameters of statements, unless auto_explain.log_parameter_max_length is 0.',
  ),
];
