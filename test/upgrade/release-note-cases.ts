/** Files in which the items of the release notes show, and files that they leave alone. */

/** Files in which an item shows: a setting, or files by name. */
export type Files = string | Readonly<Record<string, string>>;

const hba = (text: string) => ({ 'postgresql.conf': '', 'pg_hba.conf': text });
const ident = (text: string) => ({ 'postgresql.conf': '', 'pg_ident.conf': text });

/** For each item that rules tell, files that the old major takes and the new one refuses, ignores or calls outdated. */
export const told: Readonly<Record<string, { files: Files; rule: string }>> = {
  sorting: { files: 'replacement_sort_tuples = 100', rule: 'conf/removed-parameter' },
  oids: { files: 'default_with_oids = on', rule: 'conf/invalid-value' },
  'client-messages': { files: 'client_min_messages = fatal', rule: 'conf/invalid-value' },
  segments: { files: 'wal_keep_segments = 10', rule: 'conf/removed-parameter' },
  'encryption-boolean': { files: 'password_encryption = on', rule: 'conf/invalid-value' },
  clientcert: { files: hba('hostssl all all all md5 clientcert=1\n'), rule: 'hba/invalid-record' },
  'cert-verify-ca': { files: hba('hostssl all all all cert clientcert=verify-ca\n'), rule: 'hba/invalid-record' },
  'cleanup-scale': { files: 'vacuum_cleanup_index_scale_factor = 0.1', rule: 'conf/removed-parameter' },
  'operator-precedence': { files: 'operator_precedence_warning = off', rule: 'conf/removed-parameter' },
  'statistics-folder': { files: "stats_temp_directory = 'x'", rule: 'conf/removed-parameter' },
  'promote-file': { files: "promote_trigger_file = 'x'", rule: 'conf/removed-parameter' },
  'cleanup-age': { files: 'vacuum_defer_cleanup_age = 10', rule: 'conf/removed-parameter' },
  'parallel-name': { files: 'force_parallel_mode = off', rule: 'conf/removed-parameter' },
  'snapshot-threshold': { files: 'old_snapshot_threshold = 10', rule: 'conf/removed-parameter' },
  'user-namespace': { files: 'db_user_namespace = on', rule: 'conf/removed-parameter' },
  'trace-recovery': { files: 'trace_recovery_messages = log', rule: 'conf/removed-parameter' },
  'groups-name': { files: 'ssl_ecdh_curve = prime256v1', rule: 'conf/old-name' },
  'md5-deprecated': { files: hba('local all all md5\n'), rule: 'hba/no-md5' },
  strings: { files: 'standard_conforming_strings = off', rule: 'conf/invalid-value' },
  radius: {
    files: hba('host all all all radius radiusservers=10.0.0.1 radiussecrets=s\n'),
    rule: 'hba/invalid-record',
  },
  'io-workers': { files: 'io_workers = 4', rule: 'conf/removed-parameter' },
  mule: { files: 'client_encoding = MULE_INTERNAL', rule: 'conf/invalid-value' },
  'shared-memory': { files: 'dynamic_shared_memory_type = none', rule: 'conf/invalid-value' },
  'trace-levels': { files: 'trace_recovery_messages = fatal', rule: 'conf/invalid-value' },
  'fewest-files': { files: 'max_files_per_process = 30', rule: 'conf/out-of-range' },
  'range-shorthands': { files: ident('m /[\\w-z]x y\n'), rule: 'ident/invalid-mapping' },
  'locale-names': { files: "lc_collate = 'C'", rule: 'conf/removed-parameter' },
  'connection-log': { files: 'log_connections = t', rule: 'conf/invalid-value' },
  'reserved-slot': { files: 'primary_slot_name = pg_conflict_detection', rule: 'conf/invalid-value' },
};

/** For each default that changes, its parameter. */
export const defaults: Readonly<Record<string, string>> = {
  jit: 'jit',
  'vacuum-delay': 'autovacuum_vacuum_cost_delay',
  'tls-1.2': 'ssl_min_protocol_version',
  scram: 'password_encryption',
  'checkpoint-target': 'checkpoint_completion_target',
  'page-miss': 'vacuum_cost_page_miss',
  'hash-memory': 'hash_mem_multiplier',
  'checkpoint-log': 'log_checkpoints',
  'autovacuum-log': 'log_autovacuum_min_duration',
  'vacuum-buffers': 'vacuum_buffer_usage_limit',
  'read-ahead': 'effective_io_concurrency',
  'locks-default': 'max_locks_per_transaction',
  'float-digits-default': 'extra_float_digits',
  'shared-buffers': 'shared_buffers',
  'jit-off': 'jit',
  'lock-waits': 'log_lock_waits',
};

/** For each meaning that changes, files that it concerns with the advice, and files that it leaves alone. */
export const meanings: Readonly<Record<string, { files: Files; advice: RegExp; silent: readonly Files[] }>> = {
  chkpass: {
    files: "shared_preload_libraries = 'chkpass'",
    advice: /^Take chkpass out/,
    silent: ["shared_preload_libraries = 'x'"],
  },
  timetravel: { files: "session_preload_libraries = 'timetravel'", advice: /11 was the last/, silent: [''] },
  adminpack: {
    files: "shared_preload_libraries = '$libdir/adminpack.so, x'",
    advice: /^Take adminpack out/,
    silent: [''],
  },
  'float-digits': {
    files: 'extra_float_digits = 3',
    advice: /as few as suffice/,
    silent: ['extra_float_digits = 0', ''],
  },
  'wal-senders': { files: 'max_connections = 110', advice: /^WAL senders have places/, silent: [''] },
  'io-concurrency': {
    files: 'effective_io_concurrency = 10',
    advice: /= 29 to ask/,
    silent: ['effective_io_concurrency = 1', ''],
  },
  'target-reached': {
    files: "recovery_target_name = 'x'",
    advice: /archive reaches/,
    silent: ["recovery_target_name = ''"],
  },
  continuation: {
    files: hba('# see c:\\\nlocal all all peer\n'),
    advice: /backslash/,
    silent: [hba('# a \\ b\nlocal all all peer\n')],
  },
  'regular-expressions': { files: ident('m /^\\D+$ x\n'), advice: /on both majors/, silent: [ident('m /^a$ x\n')] },
  'reserved-prefixes': {
    files: "shared_preload_libraries = 'auto_explain'\nauto_explain.log_what = on",
    advice: /^Take auto_explain.log_what out/,
    silent: ["shared_preload_libraries = 'auto_explain'\nauto_explain.log_timing = on", 'my.name = 1'],
  },
  'name-expressions': {
    files: hba('local all /home peer\n'),
    advice: /^Write "\/home" in quotes/,
    silent: [hba('local all "/home" peer\n')],
  },
  'mapped-keywords': { files: ident('m x all\nm x +g\n'), advice: /any role/, silent: [ident('m x "all"\nm x bob\n')] },
  'hba-includes': { files: { ...ident('include x y\n') }, advice: /Before, this line/, silent: [ident('m x y\n')] },
  'worker-slots': {
    files: 'autovacuum_max_workers = 20',
    advice: /or only 16 workers/,
    silent: ['autovacuum_max_workers = 16'],
  },
  origins: {
    files: 'max_replication_slots = 20',
    advice: /max_active_replication_origins = 20/,
    silent: ['max_replication_slots = 10'],
  },
  'open-files': { files: 'max_files_per_process = 2000', advice: /operating system/, silent: [''] },
  'wal-compression': {
    files: 'wal_compression = yes',
    advice: /^Write wal_compression = pglz/,
    silent: ['wal_compression = pglz', 'wal_compression = off'],
  },
  locks: { files: 'max_locks_per_transaction = 100', advice: /= 200 to have/, silent: [''] },
  'analyze-log': {
    files: 'log_autovacuum_min_duration = 5s',
    advice: /log_autoanalyze_min_duration = 5s/,
    silent: ['log_autovacuum_min_duration = -1', 'log_autovacuum_min_duration = 5s\nlog_autoanalyze_min_duration = 5s'],
  },
  'receiver-name': {
    files: "cluster_name = 'one'",
    advice: /^Write "one" for walreceiver/,
    silent: ["cluster_name = ''", "cluster_name = 'one'\nprimary_conninfo = 'host=a application_name=b'", ''],
  },
  'gss-encryption': {
    files: hba('hostnossl all all all md5\nhostssl all all all gss\n'),
    advice: /taken here as well(?:.|\n)*gssencmode=disable/,
    silent: [hba('host all all all gss\nhostssl all all all md5\n')],
  },
  'zone-rules': {
    files: "TimeZone = 'FOO5BAR'",
    advice: /^Write the name of a zone/,
    silent: [
      "TimeZone = 'EST5EDT'",
      "TimeZone = 'FOO5'",
      "TimeZone = 'FOO5BAR,M3.2.0,M11.1.0'",
      "log_timezone = 'UTC'",
    ],
  },
  'pg-standby': {
    files: "restore_command = '/usr/bin/pg_standby -d /archive %f %p'\narchive_cleanup_command = 'pg_standby'",
    advice: /standby\.signal(?:.|\n)*standby\.signal/,
    silent: ["restore_command = 'cp /pg_standby_archive/%f %p'"],
  },
  'abstract-sockets': {
    files: "unix_socket_directories = '/tmp, @pg'",
    advice: /^Write \.\//,
    silent: ["unix_socket_directories = '/tmp, /run/a@b'"],
  },
  'line-prefix': {
    files: "log_line_prefix = '%m [%p] %10Q %P '",
    advice: /^Take %Q and %P out/,
    silent: ["log_line_prefix = '%m %%Q%%P %L'"],
  },
  'authenticated-log': {
    files: 'log_connections = on',
    advice: /connection authenticated/,
    silent: ['log_connections = off', ''],
  },
  'trust-log': {
    files: { 'postgresql.conf': 'log_connections = on\n', 'pg_hba.conf': 'local all all trust\n' },
    advice: /connection authenticated/,
    silent: [{ 'postgresql.conf': 'log_connections = on\n', 'pg_hba.conf': 'local all all peer\n' }],
  },
  'two-archivers': {
    files: "archive_library = 'basic_archive'\narchive_command = 'true'",
    advice: /^Take archive_command out/,
    silent: [
      "archive_library = 'basic_archive'",
      "archive_command = 'true'",
      "archive_library = 'x'\narchive_command = ''",
    ],
  },
  'plan-parameters': {
    files: "session_preload_libraries = 'auto_explain'\nauto_explain.log_min_duration = 1s",
    advice: /log_parameter_max_length = 0/,
    silent: [
      'auto_explain.log_min_duration = 1s',
      "session_preload_libraries = 'auto_explain'\nauto_explain.log_min_duration = -1",
      "session_preload_libraries = 'auto_explain'\nauto_explain.log_min_duration = 1s\nauto_explain.log_parameter_max_length = 0",
    ],
  },
  'vacuum-memory': {
    files: 'maintenance_work_mem = 2GB\nautovacuum_work_mem = 4GB',
    advice: /for each VACUUM(?:.|\n)*for each VACUUM/,
    silent: ['maintenance_work_mem = 1GB', 'autovacuum_work_mem = -1'],
  },
  'write-through': {
    files: 'wal_sync_method = fsync_writethrough',
    advice: /wal_sync_method = fsync,/,
    silent: ['wal_sync_method = fsync'],
  },
  'local-address': {
    files: "log_line_prefix = '%m %L '",
    advice: /^Take %L out/,
    silent: ["log_line_prefix = '%m %%L '"],
  },
  'wal-timing': {
    files: 'track_wal_io_timing = yes',
    advice: /pg_stat_wal/,
    silent: ['track_wal_io_timing = off', ''],
  },
  'cleared-target': {
    files: "recovery_target_name = 'x'\nrecovery_target_time = ''",
    advice: /^Take recovery_target_time out, and recovery_target_name/,
    silent: ["recovery_target_time = ''\nrecovery_target_name = 'x'", "recovery_target_time = ''"],
  },
  'back-references': {
    files: ident('m /^(.*)@x$ \\1_\\1\n'),
    advice: /Another role/,
    silent: [ident('m /^(.*)@x$ \\1\n')],
  },
};
