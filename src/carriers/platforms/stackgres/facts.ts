/** What StackGres gives the server, from ongres/stackgres at 085f6d0e (release 1.19). */
import type { Major } from '../../../catalog/majors.js';

/** operator/src/main/resources/postgresql-blocklist.properties: PgConfigBlocklistValidator refuses a configuration with one. */
export const refused: ReadonlySet<string> = new Set(
  `archive_command archive_mode dynamic_library_path lc_messages listen_addresses logging_collector log_destination log_directory
  log_filename log_rotation_age log_rotation_size log_truncate_on_rotation port wal_log_hints`.split(/\s+/),
);

/** …/v1.19/postgresql-default-values-pg12, -pg13 and -pg14.properties: in force unless the configuration sets them. */
export function defaultsOf(major: Major | undefined): Readonly<Record<string, string>> {
  return {
    superuser_reserved_connections: '8',
    max_prepared_transactions: '32',
    work_mem: '10MB',
    maintenance_work_mem: '2GB',
    huge_pages: 'off',
    fsync: 'on',
    checkpoint_completion_target: '0.9',
    checkpoint_timeout: '15min',
    min_wal_size: '1GB',
    max_wal_size: '2GB',
    max_wal_senders: '20',
    ...(major !== undefined && major < 13 ? { wal_keep_segments: '96' } : { wal_keep_size: '1536MB' }),
    archive_mode: 'on',
    archive_command: '/bin/true',
    wal_log_hints: 'on',
    wal_compression: 'on',
    wal_level: 'logical',
    max_replication_slots: '20',
    hot_standby: 'on',
    default_statistics_target: '200',
    random_page_cost: '1.5',
    enable_partitionwise_aggregate: 'on',
    enable_partitionwise_join: 'on',
    max_locks_per_transaction: '128',
    max_pred_locks_per_transaction: '128',
    autovacuum_max_workers: '3',
    autovacuum_vacuum_cost_delay: '2',
    autovacuum_work_mem: '512MB',
    logging_collector: 'off',
    lc_messages: 'C',
    log_destination: 'stderr',
    log_directory: 'log',
    log_filename: 'postgres-%M.log',
    log_rotation_age: '30min',
    log_rotation_size: '0kB',
    log_truncate_on_rotation: 'on',
    log_min_duration_statement: '1000',
    log_checkpoints: 'on',
    log_connections: 'on',
    log_disconnections: 'on',
    log_lock_waits: 'on',
    log_temp_files: '0',
    log_autovacuum_min_duration: '0ms',
    log_line_prefix: '%t [%p]: db=%d,user=%u,app=%a,client=%h ',
    log_statement: 'none',
    track_activity_query_size: '4096',
    track_functions: 'pl',
    track_io_timing: 'on',
    track_commit_timestamp: 'on',
    shared_preload_libraries: 'pg_stat_statements, auto_explain',
    'pg_stat_statements.track_utility': 'off',
    jit_inline_above_cost: '-1',
    ...(major === undefined || major < 14 ? {} : { default_toast_compression: 'lz4' }),
  };
}

/** PatroniConfigEndpoints.java, getPostgresParameters: where TLS is on, as it is by default. */
export const tlsSettings: Readonly<Record<string, string>> = {
  ssl: 'on',
  ssl_cert_file: '/etc/ssl/tls.crt',
  ssl_key_file: '/etc/ssl/tls.key',
};

/** The same file, getPatroniEndpointsConfig: the records after those of the cluster. */
export const recordsBelow = `local all all trust
host all all 127.0.0.1/32 md5
host all all ::1/128 md5
local replication all trust
host all all 0.0.0.0/0 md5
host all all ::/0 md5
host replication replicator 0.0.0.0/0 md5
host replication replicator ::/0 md5
`;

/** The first of them that lets everybody try. */
export const openRecord = 'host all all 0.0.0.0/0 md5';
