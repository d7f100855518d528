/**
 * What Crunchy’s operator PGO and Percona’s, which is made of it, give the server. PGO: CrunchyData/postgres-operator at
 * 0fbac306, internal/postgres/parameters.go, internal/pgbackrest/postgres.go, internal/postgres/hba.go. Percona:
 * percona/percona-postgresql-operator at adafb34f, the files of the same names.
 */
import { goText } from '../go-text.js';
import { pythonText } from '../patroni/python.js';

/** What differs between the two. */
export interface OperatorFacts {
  platform: string;
  /** In force unless the manifest sets them. */
  defaults: Readonly<Record<string, string>>;
  /** In force whatever the manifest sets. */
  mandatory: Readonly<Record<string, string>>;
  /** What a plain scalar is to the server in the end. */
  readPlain(plain: string): string | undefined;
  /** Whether the operator’s libraries come before those of the manifest. */
  putsItsLibrariesFirst: boolean;
}

const defaults = {
  jit: 'off',
  password_encryption: 'scram-sha-256',
  archive_timeout: '60s',
};

const mandatory = {
  unix_socket_directories: '/tmp/postgres',
  ssl: 'on',
  ssl_cert_file: '/pgconf/tls/tls.crt',
  ssl_key_file: '/pgconf/tls/tls.key',
  ssl_ca_file: '/pgconf/tls/ca.crt',
  archive_mode: 'on',
};

export const crunchy: OperatorFacts = {
  platform: 'PGO',
  defaults: { ...defaults, log_directory: '/pgdata/logs/postgres' },
  mandatory: {
    ...mandatory,
    wal_level: 'logical',
    log_file_mode: '0660',
    archive_command: 'pgbackrest --stanza=db archive-push "%p"',
    restore_command: 'pgbackrest --stanza=db archive-get %f "%p"',
  },
  readPlain: goText,
  putsItsLibrariesFirst: true,
};

/** The command of archives depends on the release (`crVersion`), and one for restores may be the manifest’s own. */
export const percona: OperatorFacts = {
  platform: 'Percona’s operator',
  defaults: { ...defaults, wal_level: 'logical' },
  mandatory: { ...mandatory, archive_command: 'pgbackrest --stanza=db archive-push "%p"' },
  // It hands values to Patroni with their types.
  readPlain: (plain) => (plain.includes(':') ? plain : pythonText(plain)),
  putsItsLibrariesFirst: false,
};

/**
 * Whether the API server refuses a parameter in `spec.config.parameters` (v1beta1/postgres_types.go, the rules of
 * PostgresConfigSpec).
 */
export function isRefusedByCrunchy(name: string, value: string): boolean {
  if (name === 'wal_level') return value !== 'logical';
  return (
    refused.has(name) ||
    /^(?:unix_socket_|recovery_target)/.test(name) ||
    /^ssl(?:_(?!groups$|ecdh_curve$)|$)/.test(name)
  );
}

const refused: ReadonlySet<string> = new Set(
  `config_file data_directory external_pid_file hba_file ident_file listen_addresses port wal_log_hints archive_mode archive_command
  restore_command hot_standby synchronous_standby_names primary_conninfo primary_slot_name recovery_min_apply_delay cluster_name
  logging_collector log_file_mode`.split(/\s+/),
);

/** NewHBAs, Mandatory. */
export const recordsAbove = `local all "postgres" "peer"
hostssl replication "_crunchyrepl" all "cert"
hostssl "postgres" "_crunchyrepl" all "cert"
host all "_crunchyrepl" all "reject"
`;

/** internal/pgmonitor/postgres.go, PostgreSQLHBAs. */
export const recordsOfMonitoring = `host all "ccp_monitoring" "127.0.0.0/8" "scram-sha-256"
host all "ccp_monitoring" "::1/128" "scram-sha-256"
host all "ccp_monitoring" all "reject"
`;

/** internal/pgbouncer/postgres.go, postgresqlHBAs. */
export const recordsOfPgBouncer = `hostssl all "_crunchypgbouncer" all "scram-sha-256"
host all "_crunchypgbouncer" all "reject"
`;

/** NewHBAs, Default: only where the manifest has no record. */
export const recordWithoutOwn = 'hostssl all all all "scram-sha-256"\n';
