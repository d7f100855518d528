import { encodingNames } from '../../../catalog/encodings.js';
import { libraries } from '../../../catalog/libraries.js';
import type { Major } from '../../../catalog/majors.js';
import { timeZoneNames } from '../../../catalog/timezones.js';
import type { Parameter } from '../../../catalog/types.js';
import { isLibraryParameter, libraryParameters } from '../../../values/lists/parameters.js';
import { readValue } from '../../../values/read.js';

/** What may stand in a parameter of type string, as far as there is a fixed set of words. */
export interface Vocabulary {
  words: readonly string[];
  /** Whether several may stand there, separated by commas. */
  isList: boolean;
}

const fixed: Readonly<Record<string, readonly string[]>> = {
  log_destination: ['stderr', 'csvlog', 'jsonlog', 'syslog', 'eventlog'],
  DateStyle: ['ISO', 'SQL', 'Postgres', 'German', 'DMY', 'MDY', 'YMD'],
  log_connections: ['receipt', 'authentication', 'authorization', 'setup_durations', 'all', 'on', 'off'],
  wal_consistency_checking: [
    'all',
    'heap',
    'heap2',
    'btree',
    'hash',
    'gin',
    'gist',
    'sequence',
    'spgist',
    'brin',
    'generic',
  ],
  debug_io_direct: ['data', 'wal', 'wal_init'],
  createrole_self_grant: ['set', 'inherit'],
  restrict_nonsystem_relation_kind: ['view', 'foreign-table'],
  search_path: ['"$user"', 'public', 'pg_catalog'],
  listen_addresses: ['localhost', '*', '127.0.0.1', '::1', '0.0.0.0', '::'],
  recovery_target_timeline: ['latest', 'current'],
  recovery_target: ['immediate'],
  timezone_abbreviations: ['Default', 'Australia', 'India'],
  default_text_search_config: ['pg_catalog.simple', 'pg_catalog.english'],
  default_table_access_method: ['heap'],
  synchronous_standby_names: ['*'],
};

const lists = new Set([
  'log_destination',
  'DateStyle',
  'log_connections',
  'wal_consistency_checking',
  'debug_io_direct',
  'createrole_self_grant',
  'restrict_nonsystem_relation_kind',
  'search_path',
  'listen_addresses',
  ...libraryParameters,
]);

/** The words of a parameter that a server of the major takes; undefined where anything may stand there. */
export function vocabularyOf(parameter: Parameter, major: Major): Vocabulary | undefined {
  const { name } = parameter;
  if (name === 'TimeZone' || name === 'log_timezone') return { words: timeZoneNames(), isList: false };
  if (name === 'client_encoding') return { words: encodingNames(major), isList: false };
  if (isLibraryParameter(name)) return { words: [...libraries.keys()].sort(), isList: true };
  const words = fixed[name]?.filter((word) => readValue(parameter, word, major).ok !== false);
  return words === undefined || words.length === 0 ? undefined : { words, isList: lists.has(name) };
}
