/** The variables of a container that decide what a server is told. */
import type { WordSetting } from '../../shapes/command-words.js';
import type { Writing } from '../../shapes/written.js';

/** A variable as a file sets it. */
export interface Variable {
  name: string;
  nameAt: Writing;
  /** Undefined where the value comes from somewhere else. */
  value: Writing | undefined;
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
  POSTGRESQL_CLIENT_MIN_MESSAGES: 'client_min_messages',
  POSTGRESQL_TIMEZONE: 'timezone',
  POSTGRESQL_WAL_LEVEL: 'wal_level',
};

const bitnami = /(?:^|\/)bitnami(?:legacy|secure)?\/postgresql(?:[-:@]|$)/;

/** Whether an image is one of Bitnami's, whose variables are others. */
export function isBitnami(image: string): boolean {
  return bitnami.test(image);
}

/** The settings that the variables of a container make; empty values make none. */
export function settingsOfVariables(image: string, variables: readonly Variable[]): WordSetting[] {
  if (!isBitnami(image)) return [];
  return Object.entries(ofBitnami).flatMap(([variableName, name]) => {
    const { value, nameAt } = variable(variables, variableName) ?? {};
    if (value === undefined || nameAt === undefined || value.text === '') return [];
    return [{ name, value: value.text, nameAt, valueAt: value }];
  });
}
