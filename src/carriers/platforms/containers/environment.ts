/** The variables of a container that decide what a server is told. */
import type { WordSetting } from '../../shapes/command-words.js';
import { fixed, type Writing } from '../../shapes/written.js';

/** A variable as a file sets it. */
export interface Variable {
  name: string;
  nameAt: Writing;
  /** Undefined where the value comes from somewhere else. */
  value: Writing | undefined;
  /** Whether another file sets it: it is judged there. */
  isElsewhere?: boolean;
}

/** The value of a variable; of several with one name the last counts. */
export function variable(variables: readonly Variable[], name: string): Variable | undefined {
  return variables.findLast((one) => one.name === name);
}

/**
 * What the script of Bitnami's image makes settings of (bitnami/containers, libpostgresql.sh, postgresql_set_property in
 * postgresql_initialize and in the functions that it calls).
 */
const ofBitnami: Readonly<Record<string, string>> = {
  POSTGRESQL_PORT_NUMBER: 'port',
  POSTGRESQL_DEFAULT_TOAST_COMPRESSION: 'default_toast_compression',
  POSTGRESQL_PASSWORD_ENCRYPTION: 'password_encryption',
  POSTGRESQL_FSYNC: 'fsync',
  POSTGRESQL_SHARED_PRELOAD_LIBRARIES: 'shared_preload_libraries',
  POSTGRESQL_MAX_CONNECTIONS: 'max_connections',
  POSTGRESQL_TCP_KEEPALIVES_IDLE: 'tcp_keepalives_idle',
  POSTGRESQL_TCP_KEEPALIVES_INTERVAL: 'tcp_keepalives_interval',
  POSTGRESQL_TCP_KEEPALIVES_COUNT: 'tcp_keepalives_count',
  POSTGRESQL_STATEMENT_TIMEOUT: 'statement_timeout',
  POSTGRESQL_LOG_HOSTNAME: 'log_hostname',
  POSTGRESQL_LOG_CONNECTIONS: 'log_connections',
  POSTGRESQL_LOG_DISCONNECTIONS: 'log_disconnections',
  POSTGRESQL_LOG_LINE_PREFIX: 'log_line_prefix',
  POSTGRESQL_LOG_TIMEZONE: 'log_timezone',
  POSTGRESQL_PGAUDIT_LOG: 'pgaudit.log',
  POSTGRESQL_PGAUDIT_LOG_CATALOG: 'pgaudit.log_catalog',
  POSTGRESQL_PGAUDIT_LOG_PARAMETER: 'pgaudit.log_parameter',
  POSTGRESQL_CLIENT_MIN_MESSAGES: 'client_min_messages',
  POSTGRESQL_TIMEZONE: 'timezone',
  POSTGRESQL_WAL_LEVEL: 'wal_level',
};

const bitnami = /(?:^|\/)bitnami(?:legacy|secure)?\/postgresql(?:[-:@]|$)/;

/** Whether an image is one of Bitnami's, whose variables are others. */
export function isBitnami(image: string): boolean {
  return bitnami.test(image);
}

/** What counts only where POSTGRESQL_ENABLE_TLS says yes (libpostgresql.sh, postgresql_configure_tls). */
const ofBitnamiTls: Readonly<Record<string, string>> = {
  POSTGRESQL_TLS_CERT_FILE: 'ssl_cert_file',
  POSTGRESQL_TLS_KEY_FILE: 'ssl_key_file',
  POSTGRESQL_TLS_CA_FILE: 'ssl_ca_file',
  POSTGRESQL_TLS_CRL_FILE: 'ssl_crl_file',
};

/** libvalidations.sh, is_boolean_yes. */
export function isYes(text: string | undefined): boolean {
  return /^(?:1|yes|true)$/i.test(text ?? '');
}

/** Where Bitnami’s image looks for files of a person. */
export function hasOwnFolder(target: string): boolean {
  return /^\/(?:opt\/)?bitnami\/postgresql\/conf(?:\/|$)/.test(target);
}

/** The settings that the variables of a container make; empty values make none. */
export function settingsOfVariables(image: string, variables: readonly Variable[]): WordSetting[] {
  if (!isBitnami(image)) return [];
  const setBy = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).flatMap(([variableName, name]) => {
      const { value, nameAt } = variable(variables, variableName) ?? {};
      if (value === undefined || nameAt === undefined || value.text === '') return [];
      return [{ name, value: value.text, nameAt, valueAt: value }];
    });
  const tls = variable(variables, 'POSTGRESQL_ENABLE_TLS');
  const ciphers = variable(variables, 'POSTGRESQL_TLS_PREFER_SERVER_CIPHERS');
  const hasTls = isYes(tls?.value?.text);
  return [
    ...setBy(ofBitnami),
    ...(hasTls ? [switched('ssl', 'on', tls!), ...setBy(ofBitnamiTls)] : []),
    ...(hasTls && ciphers?.value !== undefined && !isYes(ciphers.value.text)
      ? [switched('ssl_prefer_server_ciphers', 'off', ciphers)]
      : []),
  ];
}

/** A setting whose value is not what is written. */
function switched(name: string, value: string, { nameAt, value: written }: Variable): WordSetting {
  return { name, value, nameAt, valueAt: written && standingFor(value, written) };
}

/** A text that stands for what is written, and never changes. */
export function standingFor(text: string, writing: Writing): Writing {
  return fixed({ ...writing, text, at: [...Array.from(text, () => 0), writing.at.at(-1)!] });
}
