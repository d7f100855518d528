/**
 * What the operator CloudNativePG makes of a cluster, from its source at 1.30 (pkg/postgres/configuration.go). Names are
 * compared as they are written, letter case included.
 */

/** FixedConfigurationParameters: the webhook refuses a cluster that sets one. */
export const fixedParameters: ReadonlySet<string> = new Set(
  `allow_system_table_mods archive_cleanup_command archive_command archive_mode bonjour bonjour_name cluster_name config_file
  data_directory data_sync_retry event_source external_pid_file hba_file hot_standby ident_file jit_provider
  listen_addresses log_destination log_directory log_file_mode log_filename log_rotation_age log_rotation_size
  log_truncate_on_rotation logging_collector pg_failover_slots.primary_dsn pg_failover_slots.standby_slot_names port
  primary_conninfo primary_slot_name promote_trigger_file recovery_end_command recovery_min_apply_delay recovery_target
  recovery_target_action recovery_target_inclusive recovery_target_lsn recovery_target_name recovery_target_time
  recovery_target_timeline recovery_target_xid restart_after_crash restore_command shared_preload_libraries ssl ssl_ca_file
  ssl_cert_file ssl_crl_file ssl_dh_params_file ssl_key_file ssl_passphrase_command
  ssl_passphrase_command_supports_reload ssl_prefer_server_ciphers stats_temp_directory synchronous_standby_names
  synchronized_standby_slots syslog_facility syslog_ident syslog_sequence_numbers syslog_split_messages temp_tablespaces
  unix_socket_directories unix_socket_group unix_socket_permissions`.split(/\s+/),
);

/** CnpgConfigurationSettings.GlobalDefaultSettings: in force unless the cluster sets them. */
export const defaults: Readonly<Record<string, string>> = {
  archive_timeout: '5min',
  dynamic_shared_memory_type: 'posix',
  full_page_writes: 'on',
  log_destination: 'csvlog',
  log_directory: '/controller/log',
  log_filename: 'postgres',
  log_rotation_age: '0',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'false',
  logging_collector: 'on',
  max_parallel_workers: '32',
  max_replication_slots: '32',
  max_worker_processes: '32',
  shared_memory_type: 'mmap',
  ssl_max_protocol_version: 'TLSv1.3',
  ssl_min_protocol_version: 'TLSv1.3',
  wal_keep_size: '512MB',
  wal_level: 'logical',
  wal_log_hints: 'on',
  wal_receiver_timeout: '5s',
  wal_sender_timeout: '5s',
};

/** CnpgConfigurationSettings.MandatorySettings, and archive_mode, which is off only where an annotation says so. */
export const mandatory: Readonly<Record<string, string>> = {
  archive_command: '/controller/manager wal-archive --log-destination /controller/log/postgres.json %p',
  archive_mode: 'on',
  hot_standby: 'true',
  listen_addresses: '*',
  port: '5432',
  restart_after_crash: 'false',
  ssl: 'on',
  ssl_ca_file: '/controller/certificates/client-ca.crt',
  ssl_cert_file: '/controller/certificates/server.crt',
  ssl_key_file: '/controller/certificates/server.key',
  unix_socket_directories: '/controller/run',
};

/** ManagedExtensions: a parameter that starts with one of these and a dot loads the library of that name. */
export const managedLibraries = ['pgaudit', 'pg_stat_statements', 'auto_explain', 'pg_failover_slots'] as const;

/** hbaTemplateString: the records before those of the cluster. */
export const recordsAbove = `local all cnpg_metrics_exporter peer map=cnpg_metrics_exporter
local all all peer map=local
hostssl postgres streaming_replica all cert map=cnpg_streaming_replica
hostssl replication streaming_replica all cert map=cnpg_streaming_replica
hostssl all cnpg_pooler_pgbouncer all cert map=cnpg_pooler_pgbouncer
`;

/** identTemplateString; the server runs as the user postgres of the image. */
export const mappingsAbove = `local postgres postgres
cnpg_streaming_replica streaming_replica streaming_replica
cnpg_pooler_pgbouncer cnpg_pooler_pgbouncer cnpg_pooler_pgbouncer
cnpg_metrics_exporter postgres cnpg_metrics_exporter
`;

/** The record after those of the cluster; management/postgres/configuration.go: md5 before 14. */
export function recordBelow(major: number | undefined): string {
  return `host all all all ${major !== undefined && major < 14 ? 'md5' : 'scram-sha-256'}\n`;
}
