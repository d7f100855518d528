import { shippedLibrary, shippedLibraryNames } from './shipped-libraries.js';

/** A library that defines parameters of its own, and what the catalog knows of it. */
export interface Library {
  /** Its name in shared_preload_libraries. */
  name: string;
  /** What its parameters begin with, before the dot. */
  prefixes: readonly string[];
  /** True where PostgreSQL's own source tree has it. */
  shipped: boolean;
  /** True where the catalog has all of its parameters, so that another name under its prefix is certainly wrong. */
  complete: boolean;
}

/** Libraries of PostgreSQL itself: every parameter was read on servers of each major. */
const shipped = [
  'auth_delay',
  'auto_explain',
  'basebackup_to_shell',
  'basic_archive',
  'isn',
  'passwordcheck',
  'pg_plan_advice',
  'pg_prewarm',
  'pg_stash_advice',
  'pg_stat_statements',
  'pg_trgm',
  'pgcrypto',
  'plperl',
  'plpgsql',
  'postgres_fdw',
  'sepgsql',
];

/** Libraries of others with parameters in the catalog, in the version that Debian had for 18; theirs may have more. */
const thirdParty = [
  'hypopg',
  'pg_background',
  'pg_failover_slots',
  'pg_hint_plan',
  'pg_partman_bgw',
  'pg_qualstats',
  'pg_show_plans',
  'pg_stat_kcache',
  'pg_stat_log',
  'pg_wait_sampling',
  'pgaudit',
  'pgautofailover',
  'pglogical',
  'pgnodemx',
  'plpgsql_check',
  'plprofiler',
  'powa',
  'set_user',
];

const library = (name: string, prefixes: readonly string[], isShipped: boolean): Library => ({
  name,
  prefixes,
  shipped: isShipped,
  complete: isShipped,
});

/** Every library of the catalog, by name. */
export const libraries: ReadonlyMap<string, Library> = new Map(
  [
    ...shipped.map((name) => library(name, [name], true)),
    library('pltcl', ['pltcl', 'pltclu'], true),
    ...thirdParty.map((name) => library(name, [name], false)),
    library('credcheck', ['credcheck', 'credcheck_internal'], false),
    library('pg_cron', ['cron'], false),
    library('pg_squeeze', ['squeeze'], false),
    library('pgauditlogtofile', ['pgaudit'], false),
    library('pgextwlist', ['extwlist'], false),
    library('pgsentinel', ['pgsentinel', 'pgsentinel_ash', 'pgsentinel_pgssh'], false),
    library('timescaledb', ['timescaledb', 'timescaledb_lake', 'timescaledb_osm'], false),
  ].map((entry) => [entry.name, entry]),
);

/** Libraries that are loaded by name and whose parameters, if they have any, the catalog does not know. */
const withoutRecords = [
  'age',
  'anon',
  'citus',
  'columnar',
  'decoder_raw',
  'decoderbufs',
  'google_insights',
  'pg_bulkload',
  'pg_duckdb',
  'pg_ivm',
  'pg_mooncake',
  'pg_net',
  'pg_parquet',
  'pg_permissions',
  'pg_query_state',
  'pg_repack',
  'pg_search',
  'pg_stat_monitor',
  'pg_stat_plans',
  'pg_tle',
  'pg_track_settings',
  'pglogical_output',
  'pgml',
  'pgmemcache',
  'pgpool_adm',
  'pgsodium',
  'plan_filter',
  'plperlu',
  'plpython3',
  'plrust',
  'plv8',
  'rdkit',
  'repmgr',
  'safeupdate',
  'spock',
  'supautils',
  'supabase_vault',
  'vchord',
  'vector',
  'vectors',
  'wal2json',
  'wal2mongo',
];

/** Every name of a library that is known, of those too whose parameters are not: to tell what another name was meant to be. */
export function libraryNames(): string[] {
  return [...new Set([...libraries.keys(), ...shippedLibraryNames(), ...withoutRecords])];
}

/** Whether a library is known by name. */
export function isKnownLibrary(name: string): boolean {
  return libraries.has(name) || shippedLibrary(name) !== undefined || withoutRecords.includes(name);
}

/**
 * The library to which a prefix belongs: `cron` gives pg_cron.
 *
 * @param prefix what stands before the dot of a name, in any letter case
 * @returns undefined for a prefix that the catalog does not know; that says nothing about the prefix
 */
export function libraryOfPrefix(prefix: string): Library | undefined {
  const lower = prefix.toLowerCase();
  for (const entry of libraries.values()) if (entry.prefixes.includes(lower)) return entry;
  return undefined;
}
