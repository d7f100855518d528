/** Settings that are valid each by itself; a line break stands between them. The first lines of every file are those of `startBase`. */
export const startBase = (socketFolder: string) =>
  `listen_addresses = ''\nunix_socket_directories = '${socketFolder}'\n`;

const reserved = [
  'superuser_reserved_connections = 20\nmax_connections = 20',
  'superuser_reserved_connections = 19\nmax_connections = 20',
  'superuser_reserved_connections = 9\nmax_wal_senders = 10\nmax_connections = 20',
  'superuser_reserved_connections = 10\nmax_wal_senders = 10\nmax_connections = 20',
  'superuser_reserved_connections = 0\nmax_wal_senders = 20\nmax_connections = 20',
  'superuser_reserved_connections = 0\nmax_wal_senders = 19\nmax_connections = 20',
  'superuser_reserved_connections = 10\nreserved_connections = 10\nmax_connections = 20',
  'superuser_reserved_connections = 10\nreserved_connections = 9\nmax_connections = 20',
  'max_connections = 3',
  'max_connections = 1\nsuperuser_reserved_connections = 0',
  'max_connections = 4',
  'reserved_connections = 97',
  'superuser_reserved_connections = 0\nreserved_connections = 100',
];

const wal = [
  'wal_level = minimal',
  'wal_level = minimal\nmax_wal_senders = 0',
  'wal_level = minimal\nmax_wal_senders = 0\narchive_mode = on',
  'wal_level = minimal\nmax_wal_senders = 0\narchive_mode = always',
  'wal_level = minimal\narchive_mode = on',
  'wal_level = minimal\nmax_wal_senders = 0\nsummarize_wal = on',
  'wal_level = minimal\nsummarize_wal = on',
  'wal_level = archive\narchive_mode = on',
  'wal_level = logical\nsummarize_wal = on',
  'wal_level = minimal\nmax_wal_senders = 0\nmax_replication_slots = 5',
  'max_replication_slots = 0\nmax_wal_senders = 0',
  'min_wal_size = 32MB',
  'min_wal_size = 31MB',
  'max_wal_size = 31MB\nmin_wal_size = 32MB',
  'max_wal_size = 2MB\nmin_wal_size = 2MB',
  'max_wal_size = 32MB',
  'wal_level = minimal\nmin_wal_size = 31MB',
  'min_wal_size = 31MB\nsuperuser_reserved_connections = 100',
  'wal_level = minimal\nsuperuser_reserved_connections = 100',
];

const targets = [
  "recovery_target = 'immediate'\nrecovery_target_name = 'x'",
  "recovery_target = ''\nrecovery_target_name = 'x'",
  "recovery_target_name = 'x'\nrecovery_target = ''",
  "recovery_target_xid = ''\nrecovery_target_lsn = '0/1'\nrecovery_target_time = ''",
  "recovery_target_xid = '5'\nrecovery_target_xid = ''",
  "recovery_target = 'immediate'\nrecovery_target = 'immediate'",
  "recovery_target_xid = '5'\nRECOVERY_TARGET_XID = ''\nrecovery_target_name = ''",
  "recovery_target_time = '2020-01-01 00:00:00'\nrecovery_target_inclusive = off\nrecovery_target_action = promote",
  "recovery_target_lsn = '0/1'\nrecovery_target_timeline = 'latest'",
  "recovery_target_name = 'a'\nrecovery_target_time = '2020-01-01'\nwal_level = minimal",
];

const statistics = [
  'log_statement_stats = on\nlog_parser_stats = on',
  'log_parser_stats = on\nlog_statement_stats = on',
  'log_statement_stats = off\nlog_parser_stats = on\nlog_planner_stats = on',
  'log_statement_stats = on\nLOG_STATEMENT_STATS = off\nlog_executor_stats = on',
  'log_executor_stats = on\nlog_statement_stats = on\nwal_level = minimal',
  'log_statement_stats = on',
];

const processes = [
  'max_connections = 262143',
  'max_connections = 262100\nmax_worker_processes = 100',
  'max_worker_processes = 100\nmax_connections = 262100',
  'max_worker_processes = 262143',
  'autovacuum_max_workers = 262143',
  'max_wal_senders = 262143',
  'autovacuum_worker_slots = 262130',
  'max_connections = 262100\nmax_worker_processes = 100\nmin_wal_size = 31MB',
  'max_connections = 262000\nmax_worker_processes = 200\nMAX_CONNECTIONS = 10',
];

const others = [
  "wal_consistency_checking = 'foo'",
  "wal_consistency_checking = 'all, heap'",
  "wal_consistency_checking = 'foo'\nmin_wal_size = 31MB",
  "wal_consistency_checking = 'foo'\nhuge_pages = on\nshared_memory_type = sysv",
  'huge_pages = on\nshared_memory_type = sysv',
  'huge_pages = try\nshared_memory_type = sysv',
  'huge_pages = off\nshared_memory_type = sysv',
  "huge_pages = on\nshared_memory_type = sysv\nunix_socket_directories = 'a,,b'",
  "wal_consistency_checking = 'foo'\nunix_socket_directories = 'a,,b'",
  "unix_socket_directories = ''",
  "unix_socket_directories = ' '",
  "unix_socket_directories = '\"/tmp'",
  "unix_socket_directories = ',/tmp'",
  "listen_addresses = 'a,,b'",
  "listen_addresses = 'a b'",
  "listen_addresses = '*,\"'",
  "listen_addresses = 'a,,b'\nunix_socket_directories = ''",
  "listen_addresses = ' '",
  "shared_preload_libraries = 'a,,b'",
  "shared_preload_libraries = '\"a'",
  "shared_preload_libraries = 'a,'",
  "session_preload_libraries = 'a,,b'",
  'track_counts = off',
  'track_counts = off\nautovacuum = off',
  'autovacuum_worker_slots = 2',
  'autovacuum_worker_slots = 3',
  "archive_mode = on\narchive_command = 'true'\narchive_library = 'x'",
  'sync_replication_slots = on',
  'hot_standby = off',
  'max_stack_depth = 100kB',
  'wal_buffers = 4\nshared_buffers = 128kB',
  'autovacuum_freeze_max_age = 100000\nvacuum_freeze_min_age = 1000000000',
  'checkpoint_completion_target = 0',
  'bgwriter_lru_maxpages = 0',
  'max_files_per_process = 100',
  'io_combine_limit = 32\nio_max_combine_limit = 8',
  'transaction_isolation = serializable\nrole = none',
];

export const startCases: string[] = [...reserved, ...wal, ...targets, ...statistics, ...processes, ...others];
