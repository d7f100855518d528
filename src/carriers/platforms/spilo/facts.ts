/**
 * What the image Spilo puts into Patroni's configuration, from its template (zalando/spilo at 7cb50bd6,
 * postgres-appliance/scripts/configure_spilo.py, TEMPLATE). A configuration of a person goes over it: maps are merged, and
 * lists and values of the person count alone (deep_update). Left out is what Spilo works out on the machine: archive_command,
 * shared_buffers and max_connections.
 */
import type { Major } from '../../../catalog/majors.js';

/** `bootstrap.dcs.postgresql.parameters` of the template; wal_level is written as servers call it. */
export const clusterSettings: Readonly<Record<string, string>> = {
  archive_mode: 'on',
  archive_timeout: '1800s',
  wal_level: 'replica',
  wal_log_hints: 'on',
  wal_compression: 'on',
  max_wal_senders: '10',
  max_replication_slots: '10',
  hot_standby: 'on',
  tcp_keepalives_idle: '900',
  tcp_keepalives_interval: '100',
  log_line_prefix: '%t [%p]: [%l-1] %c %x %d %u %a %h ',
  log_checkpoints: 'on',
  log_lock_waits: 'on',
  log_min_duration_statement: '500',
  log_autovacuum_min_duration: '0',
  log_connections: 'on',
  log_disconnections: 'on',
  log_statement: 'ddl',
  log_temp_files: '0',
  track_functions: 'all',
  checkpoint_completion_target: '0.9',
  autovacuum_max_workers: '5',
  autovacuum_vacuum_scale_factor: '0.05',
  autovacuum_analyze_scale_factor: '0.02',
};

/** `postgresql.parameters` of the template, which count over those of the cluster. */
const settingsOfNodes: Readonly<Record<string, string>> = {
  logging_collector: 'on',
  log_destination: 'csvlog',
  log_directory: '../pg_log',
  log_filename: 'postgresql-%u.log',
  log_file_mode: '0644',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
  ssl: 'on',
  ssl_cert_file: '/run/certs/server.crt',
  ssl_key_file: '/run/certs/server.key',
  'bg_mon.history_buckets': '120',
  'pg_stat_statements.track_utility': 'off',
  'extwlist.custom_path': '/scripts',
};

/** Parameters that every node has for itself, whatever the cluster's configuration says. */
export const namesOfNodes: ReadonlySet<string> = new Set([
  ...Object.keys(settingsOfNodes),
  'archive_command',
  'shared_buffers',
  'shared_preload_libraries',
  'bg_mon.listen_address',
  'extwlist.extensions',
]);

/** The settings of nodes; spilo_commons.py, append_extensions: some libraries come with the majors that have them. */
export function nodeSettings(major: Major | undefined): Readonly<Record<string, string>> {
  const libraries = ['bg_mon', 'pg_stat_statements', 'pgextwlist', 'pg_auth_mon', 'set_user'];
  if (major !== undefined && major <= 17) libraries.push('timescaledb', 'pg_cron', 'pg_stat_kcache');
  return { ...settingsOfNodes, shared_preload_libraries: libraries.join(',') };
}

/** What variables of the environment make of the template's records. */
export interface RecordChoices {
  /** HUMAN_ROLE, where PAM_OAUTH2 lets its members in. */
  pamRole?: string;
  /** ALLOW_NOSSL. */
  allowsPlain?: boolean;
}

/** `postgresql.pg_hba` of the template, with the user of PGUSER_STANDBY as it is by default. */
export function recordsOfSpilo({ pamRole, allowsPlain = false }: RecordChoices): string {
  const pam = (address: string) => (pamRole === undefined ? [] : [`hostssl all +${pamRole} ${address} pam`]);
  const records = [
    'local all all trust',
    ...pam('127.0.0.1/32'),
    'host all all 127.0.0.1/32 md5',
    ...pam('::1/128'),
    'host all all ::1/128 md5',
    'local replication standby trust',
    'hostssl replication standby all md5',
    ...(allowsPlain ? [] : ['hostnossl all all all reject']),
    ...pam('all'),
    `${allowsPlain ? 'host' : 'hostssl'} all all all md5`,
  ];
  return records.map((record) => `${record}\n`).join('');
}
