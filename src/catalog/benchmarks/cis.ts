import type { Major } from '../majors.js';
import {
  atLeast,
  chosenAddresses,
  endsLogged,
  is,
  library,
  loginsLogged,
  logsToSyslog,
  must,
  privateLogFiles,
  records,
  scramVerifiers,
  tlsIsOn,
  utcLog,
} from './requirements.js';
import type { Benchmark, BenchmarkControl, ControlLayer } from './types.js';

const logging = (id: string, title: string, rest: Partial<BenchmarkControl> = {}): BenchmarkControl => ({
  id,
  title,
  group: 'accounting',
  layer: 'logging',
  ...rest,
});

const authentication = (
  id: string,
  title: string,
  layer: ControlLayer,
  rest: Partial<BenchmarkControl> = {},
): BenchmarkControl => ({ id, title, group: 'authentication', layer, ...rest });

const operation = (
  id: string,
  title: string,
  layer: ControlLayer,
  rest: Partial<BenchmarkControl> = {},
): BenchmarkControl => ({ id, title, group: 'operation', layer, ...rest });

/** Compares what runs with the files that were audited: sessions, roles and command lines can set more. */
const compareSettings = (contexts: string) =>
  `SELECT name, setting, source, sourcefile FROM pg_settings WHERE context IN (${contexts}) AND source <> 'default'; compare it with the reviewed files.`;

const policy = (setting: string) => `Whether it is what the organisation has agreed on: SHOW ${setting};`;

/** Sections 3 to 8 as far as they concern configuration; alike from the second edition for 13 on. */
const common: readonly BenchmarkControl[] = [
  logging('3.1.2', 'log_destination is chosen', {
    requires: [must('log_destination', 'filled')],
    check: policy('log_destination'),
  }),
  logging('3.1.3', 'The logging collector runs', { requires: [is('logging_collector', 'on')] }),
  logging('3.1.4', 'log_directory is chosen', {
    about: ['log_directory'],
    requires: [must('log_directory', 'filled')],
    check: policy('log_directory'),
  }),
  logging('3.1.5', 'log_filename keeps log files apart', {
    about: ['log_filename'],
    requires: [must('log_filename', 'filled')],
    check: policy('log_filename'),
  }),
  logging('3.1.6', 'Only the owner reads log files (log_file_mode)', { requires: [privateLogFiles] }),
  logging('3.1.7', 'Reused log files are emptied (log_truncate_on_rotation)', {
    about: ['log_truncate_on_rotation'],
    requires: [is('log_truncate_on_rotation', 'on')],
  }),
  logging('3.1.8', 'Log files have a longest age (log_rotation_age)', {
    about: ['log_rotation_age'],
    requires: [must('log_rotation_age', 'above zero')],
    check: policy('log_rotation_age'),
  }),
  logging('3.1.9', 'Log files have a largest size (log_rotation_size)', {
    about: ['log_rotation_size'],
    requires: [must('log_rotation_size', 'above zero')],
    check: policy('log_rotation_size'),
  }),
  logging('3.1.10', 'syslog_facility is the agreed one', {
    about: ['syslog_facility'],
    applies: logsToSyslog,
    requires: [must('syslog_facility', 'filled')],
    check: policy('syslog_facility'),
  }),
  logging('3.1.11', 'Messages to syslog are numbered', {
    about: ['syslog_sequence_numbers'],
    applies: logsToSyslog,
    requires: [is('syslog_sequence_numbers', 'on')],
  }),
  logging('3.1.12', 'Messages to syslog are split', {
    about: ['syslog_split_messages'],
    applies: logsToSyslog,
    requires: [is('syslog_split_messages', 'on')],
  }),
  logging('3.1.13', 'syslog_ident names the server', {
    about: ['syslog_ident'],
    applies: logsToSyslog,
    requires: [must('syslog_ident', 'filled')],
    check: policy('syslog_ident'),
  }),
  logging('3.1.14', 'log_min_messages is warning or more', { requires: [atLeast('log_min_messages', 'warning')] }),
  logging('3.1.15', 'log_min_error_statement is error or more', {
    requires: [atLeast('log_min_error_statement', 'error')],
  }),
  ...(['parse', 'rewritten', 'plan'] as const).map((name, index) =>
    logging(`3.1.${16 + index}`, `debug_print_${name} is off`, {
      about: [`debug_print_${name}`],
      requires: [is(`debug_print_${name}`, 'off')],
    }),
  ),
  logging('3.1.19', 'debug_pretty_print is on', {
    about: ['debug_pretty_print'],
    requires: [is('debug_pretty_print', 'on')],
  }),
  logging('3.1.20', 'Logins are logged (log_connections)', { requires: [loginsLogged] }),
  logging('3.1.21', 'The end of sessions is logged (log_disconnections)', { requires: [endsLogged] }),
  logging('3.1.22', 'log_error_verbosity is verbose', { requires: [is('log_error_verbosity', 'verbose')] }),
  logging('3.1.23', 'log_hostname is off', { requires: [is('log_hostname', 'off')] }),
  logging('3.1.24', 'log_line_prefix tells who, when, where and from what', {
    requires: [must('log_line_prefix', { escapes: ['m', 'p', 'd', 'u', 'a', 'hr'] })],
  }),
  logging('3.1.25', 'log_statement is ddl or more', { requires: [is('log_statement', 'ddl', 'mod', 'all')] }),
  logging('3.1.26', 'The log has the time of UTC (log_timezone)', { requires: [utcLog] }),
  logging('3.2', 'pgAudit is loaded and records ddl and write', {
    requires: [library('pgaudit'), must('pgaudit.log', { classes: ['ddl', 'write'] })],
  }),
  {
    id: '4.8',
    title: 'set_user is loaded, for audited changes of role',
    group: 'authorization',
    layer: 'access',
    requires: [library('set_user')],
    check: 'Whether superusers cannot log in directly: SELECT rolname FROM pg_roles WHERE rolsuper AND rolcanlogin;',
  },
  authentication('5.1', 'No password on command lines', 'access', {
    check: 'ps -eo args | grep -i pgpassword; search service files and scripts for PGPASSWORD.',
  }),
  authentication('5.2', 'The server listens on chosen addresses only', 'network', { requires: [chosenAddresses] }),
  authentication('5.3', 'Logins through the Unix-domain socket prove who they are', 'access', {
    rules: ['hba/no-trust', 'hba/no-md5', 'hba/no-cleartext-password', 'hba/no-ident', 'hba/prefer-peer'],
    records: 'local',
    requires: [records('local', { never: ['trust', 'password', 'md5', 'ident'] })],
  }),
  authentication('5.4', 'Logins over TCP/IP are encrypted and prove who they are', 'access', {
    records: 'host',
    requires: [records('host', { never: ['trust', 'password', 'md5', 'ident'], encrypted: true }), scramVerifiers],
    check: "SELECT rolname FROM pg_authid WHERE rolpassword LIKE 'md5%'; finds verifiers that are not of SCRAM.",
  }),
  authentication('5.5', 'Connections are limited', 'access', {
    check: 'SELECT rolname, rolconnlimit FROM pg_roles WHERE rolcanlogin AND rolconnlimit = -1;',
  }),
  authentication('5.6', 'A library checks new passwords', 'access', {
    requires: [library('passwordcheck', 'credcheck', 'passwordpolicy', 'passwordcheck_extra')],
    check: 'Verifiers that clients compute themselves pass any check: review how passwords are set.',
  }),
  operation('6.2', 'Parameters of new sessions have safe values', 'access', {
    about: [
      'ignore_system_indexes',
      'jit_debugging_support',
      'jit_profiling_support',
      'post_auth_delay',
      'log_connections',
      'log_disconnections',
    ],
    requires: [
      is('ignore_system_indexes', 'off'),
      is('jit_debugging_support', 'off'),
      is('jit_profiling_support', 'off'),
      is('post_auth_delay', 0),
      loginsLogged,
      endsLogged,
    ],
  }),
  operation('6.3', 'Parameters that need a restart have reviewed values', 'storage', {
    check: compareSettings("'postmaster'"),
  }),
  operation('6.4', 'Parameters that a reload changes have reviewed values', 'storage', {
    check: compareSettings("'sighup'"),
  }),
  operation('6.5', 'Parameters of superusers have reviewed values', 'storage', {
    check: `${compareSettings("'superuser'")} Roles and databases can set them too: SELECT * FROM pg_db_role_setting;`,
  }),
  operation('6.6', 'Parameters of users have reviewed values', 'storage', {
    check: `${compareSettings("'user'")} Roles and databases can set them too: SELECT * FROM pg_db_role_setting;`,
  }),
  operation('6.7', 'The cryptography of OpenSSL is an approved one', 'tls', {
    check: 'openssl list -providers; and fips-mode-setup --check where the system has it.',
  }),
  authentication('6.8', 'TLS is on, with certificate, key and a new enough protocol', 'tls', {
    requires: [
      tlsIsOn,
      must('ssl_cert_file', 'filled'),
      must('ssl_key_file', 'filled'),
      must('ssl_min_protocol_version', 'judged'),
    ],
  }),
  authentication('7.1', 'Replication has a role of its own and an encrypted record', 'access', {
    requires: [records('replication', { never: ['trust', 'password', 'md5', 'ident'], encrypted: true, named: true })],
    check:
      "SELECT * FROM pg_hba_file_rules WHERE 'replication' = ANY (database); hostssl and one role each; and SELECT rolname, rolsuper FROM pg_roles WHERE rolreplication;",
  }),
  logging('7.2', 'Replication commands are logged', { requires: [is('log_replication_commands', 'on')] }),
  operation('7.3', 'Base backups are made and can be restored', 'storage', {
    check: 'Look at the catalogue of the backup tool, for instance pgbackrest info, and restore one.',
  }),
  operation('7.4', 'WAL is archived', 'storage', {
    requires: [
      is('archive_mode', 'on', 'always'),
      { oneOf: [must('archive_command', 'filled'), must('archive_library', 'filled')] },
    ],
    check: 'SELECT last_archived_time, failed_count, last_failed_time FROM pg_stat_archiver;',
  }),
  authentication('7.5', 'Standbys connect with TLS and as a role without more rights', 'tls', {
    applies: must('primary_conninfo', 'filled'),
    requires: [must('primary_conninfo', 'judged')],
    check: 'On the primary: SELECT rolname, rolsuper FROM pg_roles WHERE rolreplication; the role is not a superuser.',
  }),
  operation('8.1', 'What grows stands outside of the data directory', 'storage', {
    requires: [must('log_directory', 'outside')],
    check: "SELECT name, setting FROM pg_settings WHERE name IN ('log_directory', 'temp_tablespaces');",
  }),
  operation('8.3', 'Further files and folders are reviewed', 'storage', {
    check:
      "SELECT name, setting FROM pg_settings WHERE name IN ('external_pid_file', 'unix_socket_directories', 'hba_file', 'ident_file', 'config_file', 'dynamic_library_path');",
  }),
];

const ciphers = authentication('6.10', 'Only strong ciphers are taken', 'tls', {
  applies: tlsIsOn,
  requires: [must('ssl_ciphers', 'judged')],
  check: 'What OpenSSL makes of the list: openssl ciphers -v LIST; and SELECT DISTINCT cipher FROM pg_stat_ssl;',
});
const crypto = operation('6.11', 'pgcrypto is there where data must be encrypted', 'storage', {
  check: "SELECT datname FROM pg_database; and in each SELECT extversion FROM pg_extension WHERE extname = 'pgcrypto';",
});
const protocol = (title: string, ...versions: string[]) =>
  authentication('6.9', title, 'tls', {
    rules: ['conf/ssl-min-protocol'],
    about: ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'].filter((version) => !versions.includes(version)),
    applies: tlsIsOn,
    requires: [is('ssl_min_protocol_version', ...versions)],
  });
const olderOff = protocol('TLS before 1.2 is off', 'TLSv1.2', 'TLSv1.3');

/** What an edition has more than the common controls; what 15 and 16 have there is not known. */
const more: Readonly<Record<number, readonly BenchmarkControl[]>> = {
  13: [olderOff, ciphers, crypto],
  14: [olderOff, ciphers, crypto],
  17: [protocol('TLS before 1.3 is off', 'TLSv1.3'), ciphers, crypto],
  18: [olderOff, ciphers, crypto],
};

/** The editions whose numbers these are: CIS renumbers between editions of one benchmark. */
const editions: Readonly<Record<number, { edition: string; published?: string }>> = {
  13: { edition: 'v1.2.0', published: '2024-03-29' },
  14: { edition: 'v1.2.0', published: '2024-03-29' },
  15: { edition: 'v1.2.0' },
  16: { edition: 'v1.1.0' },
  17: { edition: 'v1.0.0', published: '2024-11-07' },
  18: { edition: 'v1.0.0' },
};

/** The CIS benchmarks for 13 to 18. */
export const cisBenchmarks: readonly Benchmark[] = ([13, 14, 15, 16, 17, 18] as const).map((major: Major) => ({
  name: `cis-${major}`,
  title: `CIS PostgreSQL ${major} Benchmark`,
  ...editions[major]!,
  major,
  controls: [...common.map((control) => of(control, major)), ...(more[major] ?? [])].sort((a, b) =>
    compareIds(a.id, b.id),
  ),
}));

/** CIS asks of 18 what log_connections can tell there beyond `on`. */
function of(control: BenchmarkControl, major: Major): BenchmarkControl {
  if (major < 18 || control.id !== '3.1.20') return control;
  return { ...control, requires: [must('log_connections', { connections: ['all'] })] };
}

/** Compares numbers part by part: 3.1.9 stands before 3.1.10. */
function compareIds(a: string, b: string): number {
  const parts = [a, b].map((id) => id.split('.').map(Number));
  for (const [index, part] of parts[0]!.entries()) {
    const difference = part - (parts[1]![index] ?? -1);
    if (difference !== 0) return difference;
  }
  return parts[0]!.length - parts[1]!.length;
}
