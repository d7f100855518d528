import type { SettingRow } from '../settings.js';

/** Facts of one name that no pg_settings shows, with the majors that know it. */
export interface UnlistedParameter extends SettingRow {
  since: number;
  until?: number;
  /** The compile option, or the distribution, that the server must have been built with. */
  needsBuild?: string;
}

const none = { unit: null, min: null, max: null, values: null, default: null };
const developer = 'Developer Options';

/**
 * Names that every server takes from a file and leaves out of pg_settings (guc_tables.c: GUC_NO_SHOW_ALL).
 * The script finds the names in the servers, and fails where this list says something else.
 */
export const hiddenParameters: readonly UnlistedParameter[] = [
  { ...none, name: 'role', type: 'string', context: 'user', default: 'none', category: 'Ungrouped', since: 10 },
  { ...none, name: 'session_authorization', type: 'string', context: 'user', category: 'Ungrouped', since: 10 },
  {
    ...none,
    name: 'seed',
    type: 'real',
    context: 'user',
    min: '-1',
    max: '1',
    default: '0',
    category: 'Ungrouped',
    since: 10,
  },
  { ...none, name: 'is_superuser', type: 'bool', context: 'internal', category: 'Ungrouped', since: 10 },
  {
    ...none,
    name: 'ssl_renegotiation_limit',
    type: 'integer',
    context: 'user',
    min: '0',
    max: '0',
    default: '0',
    category: 'Connections and Authentication / SSL',
    since: 10,
  },
  {
    ...none,
    name: 'default_with_oids',
    type: 'bool',
    context: 'user',
    default: 'off',
    category: 'Version and Platform Compatibility / Previous PostgreSQL Versions',
    since: 12,
  },
];

/** Other names for a parameter (guc.c: map_old_guc_names), in lower case. Checked on the servers as the list above. */
export const aliases: readonly { name: string; alias: string; since: number }[] = [
  { name: 'work_mem', alias: 'sort_mem', since: 10 },
  { name: 'maintenance_work_mem', alias: 'vacuum_mem', since: 10 },
  { name: 'ssl_groups', alias: 'ssl_ecdh_curve', since: 18 },
];

const flag = { ...none, type: 'bool', context: 'superuser', default: 'off', category: developer };

/** Names that only servers built in a special way know (guc_tables.c, pg_config_manual.h; Debian's patches). */
export const buildParameters: readonly UnlistedParameter[] = [
  { ...flag, name: 'trace_locks', since: 10, needsBuild: 'LOCK_DEBUG' },
  { ...flag, name: 'trace_userlocks', since: 10, needsBuild: 'LOCK_DEBUG' },
  { ...flag, name: 'trace_lwlocks', since: 10, needsBuild: 'LOCK_DEBUG' },
  { ...flag, name: 'debug_deadlocks', since: 10, needsBuild: 'LOCK_DEBUG' },
  {
    ...flag,
    name: 'trace_lock_oidmin',
    type: 'integer',
    min: '0',
    max: '2147483647',
    default: '16384',
    since: 10,
    needsBuild: 'LOCK_DEBUG',
  },
  {
    ...flag,
    name: 'trace_lock_table',
    type: 'integer',
    min: '0',
    max: '2147483647',
    default: '0',
    since: 10,
    needsBuild: 'LOCK_DEBUG',
  },
  { ...flag, name: 'trace_syncscan', context: 'user', since: 10, needsBuild: 'TRACE_SYNCSCAN' },
  {
    ...flag,
    name: 'optimize_bounded_sort',
    context: 'user',
    default: 'on',
    since: 10,
    needsBuild: 'DEBUG_BOUNDED_SORT',
  },
  { ...flag, name: 'wal_debug', since: 10, needsBuild: 'WAL_DEBUG' },
  { ...flag, name: 'log_btree_build_stats', since: 10, needsBuild: 'BTREE_BUILD_STATS' },
  { ...flag, name: 'debug_copy_parse_plan_trees', since: 18, needsBuild: 'DEBUG_NODE_TESTS_ENABLED' },
  { ...flag, name: 'debug_raw_expression_coverage_test', since: 18, needsBuild: 'DEBUG_NODE_TESTS_ENABLED' },
  { ...flag, name: 'debug_write_read_parse_plan_trees', since: 18, needsBuild: 'DEBUG_NODE_TESTS_ENABLED' },
  {
    ...flag,
    name: 'extension_destdir',
    type: 'string',
    default: '',
    since: 10,
    until: 17,
    needsBuild: "Debian's patches",
  },
];

/** Enum values that depend on libraries or on the operating system (configure options, port/*.h). */
export const buildValues: readonly { name: string; values: string[]; since: number }[] = [
  { name: 'default_toast_compression', values: ['lz4'], since: 14 },
  { name: 'wal_compression', values: ['lz4', 'zstd'], since: 15 },
  { name: 'io_method', values: ['io_uring'], since: 18 },
  { name: 'wal_sync_method', values: ['fsync_writethrough'], since: 10 },
  { name: 'dynamic_shared_memory_type', values: ['windows'], since: 10 },
  { name: 'shared_memory_type', values: ['windows'], since: 12 },
];

/**
 * Parameters that came with a minor release, with the first one of each major that knows them; those of later majors
 * had them from the start (release notes of the minor releases of August 2022, August 2024, and of February, August and
 * November 2026). composite_type_mismatch was seen on 15.20 and in 17.12, and is told of by the notes of 18.7; that
 * 14.25, 16.16 and 19.0 have it was not observed, only that 18.6 and 19rc1 lack it.
 */
export const minorReleases: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map<
  string,
  Readonly<Record<number, string>>
>([
  [
    'composite_type_mismatch',
    { 14: '14.25', 15: '15.20', 16: '16.16', 17: '17.12', 18: '18.7', 19: '19.0', 20: '20.0' },
  ],
  ['allow_in_place_tablespaces', { 10: '10.22', 11: '11.17', 12: '12.12', 13: '13.8', 14: '14.5' }],
  ['file_extend_method', { 16: '16.12', 17: '17.8', 18: '18.2' }],
  ['output_plugin_libraries', { 14: '14.24', 15: '15.19', 16: '16.15', 17: '17.11', 18: '18.6' }],
  ['restrict_nonsystem_relation_kind', { 12: '12.20', 13: '13.16', 14: '14.13', 15: '15.8', 16: '16.4' }],
]);

/** Parameters whose built-in default is worked out from the machine, or set anew at every build. */
export const machineDefaults: ReadonlySet<string> = new Set([
  'max_stack_depth',
  'unix_socket_directories',
  'krb_server_keyfile',
  'default_toast_compression@19',
  'default_toast_compression@20',
]);

/** Internal parameters whose built-in value is what a stock server shows. */
export const presetDefaults: ReadonlySet<string> = new Set([
  'block_size',
  'integer_datetimes',
  'max_function_args',
  'max_identifier_length',
  'max_index_keys',
  'segment_size',
  'wal_block_size',
]);

const text = { ...none, type: 'string', context: 'superuser', default: '', category: '' };
const flagOfLibrary = { ...none, type: 'bool', default: 'off', category: '' };

/** Parameters of PostgreSQL's own libraries that some builds here cannot load (plperl.c, pltcl.c, contrib/sepgsql/hooks.c). */
export const unloadableLibraryParameters: readonly (SettingRow & { library: string })[] = [
  { ...flagOfLibrary, library: 'plperl', name: 'plperl.use_strict', context: 'user' },
  { ...text, library: 'plperl', name: 'plperl.on_init', context: 'sighup' },
  { ...text, library: 'plperl', name: 'plperl.on_plperl_init' },
  { ...text, library: 'plperl', name: 'plperl.on_plperlu_init' },
  { ...text, library: 'pltcl', name: 'pltcl.start_proc', default: null },
  { ...text, library: 'pltcl', name: 'pltclu.start_proc', default: null },
  { ...flagOfLibrary, library: 'sepgsql', name: 'sepgsql.permissive', context: 'sighup' },
  { ...flagOfLibrary, library: 'sepgsql', name: 'sepgsql.debug_audit', context: 'user' },
];
