import { describe, expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';
import type { Major } from '../../src/catalog/majors.js';
import { majors } from '../../src/catalog/majors.js';
import { ClusterFinder } from '../../src/cluster/find/find.js';
import { loadCluster } from '../../src/cluster/load.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { itemsBetween, releaseItems } from '../../src/upgrade/notes/items.js';
import { compareMajors } from '../../src/upgrade/upgrade.js';

/** Files in which an item shows: a setting, or files by name. */
type Files = string | Readonly<Record<string, string>>;

const hba = (text: string) => ({ 'postgresql.conf': '', 'pg_hba.conf': text });
const ident = (text: string) => ({ 'postgresql.conf': '', 'pg_ident.conf': text });

/** For each item that rules tell, files that the old major takes and the new one refuses, ignores or calls outdated. */
const told: Readonly<Record<string, { files: Files; rule: string }>> = {
  sorting: { files: 'replacement_sort_tuples = 100', rule: 'conf/removed-parameter' },
  oids: { files: 'default_with_oids = on', rule: 'conf/invalid-value' },
  'client-messages': { files: 'client_min_messages = fatal', rule: 'conf/invalid-value' },
  segments: { files: 'wal_keep_segments = 10', rule: 'conf/removed-parameter' },
  'encryption-boolean': { files: 'password_encryption = on', rule: 'conf/invalid-value' },
  clientcert: { files: hba('hostssl all all all md5 clientcert=1\n'), rule: 'hba/invalid-record' },
  'cert-verify-ca': { files: hba('hostssl all all all cert clientcert=verify-ca\n'), rule: 'hba/invalid-record' },
  'cleanup-scale': { files: 'vacuum_cleanup_index_scale_factor = 0.1', rule: 'conf/removed-parameter' },
  'operator-precedence': { files: 'operator_precedence_warning = off', rule: 'conf/removed-parameter' },
  'statistics-folder': { files: "stats_temp_directory = 'x'", rule: 'conf/removed-parameter' },
  'promote-file': { files: "promote_trigger_file = 'x'", rule: 'conf/removed-parameter' },
  'cleanup-age': { files: 'vacuum_defer_cleanup_age = 10', rule: 'conf/removed-parameter' },
  'parallel-name': { files: 'force_parallel_mode = off', rule: 'conf/removed-parameter' },
  'snapshot-threshold': { files: 'old_snapshot_threshold = 10', rule: 'conf/removed-parameter' },
  'user-namespace': { files: 'db_user_namespace = on', rule: 'conf/removed-parameter' },
  'trace-recovery': { files: 'trace_recovery_messages = log', rule: 'conf/removed-parameter' },
  'groups-name': { files: 'ssl_ecdh_curve = prime256v1', rule: 'conf/old-name' },
  'md5-deprecated': { files: hba('local all all md5\n'), rule: 'hba/no-md5' },
  strings: { files: 'standard_conforming_strings = off', rule: 'conf/invalid-value' },
  radius: {
    files: hba('host all all all radius radiusservers=10.0.0.1 radiussecrets=s\n'),
    rule: 'hba/invalid-record',
  },
  'io-workers': { files: 'io_workers = 4', rule: 'conf/removed-parameter' },
  mule: { files: 'client_encoding = MULE_INTERNAL', rule: 'conf/invalid-value' },
  'reserved-slot': { files: 'primary_slot_name = pg_conflict_detection', rule: 'conf/invalid-value' },
};

/** For each default that changes, its parameter. */
const defaults: Readonly<Record<string, string>> = {
  jit: 'jit',
  'vacuum-delay': 'autovacuum_vacuum_cost_delay',
  'tls-1.2': 'ssl_min_protocol_version',
  scram: 'password_encryption',
  'checkpoint-target': 'checkpoint_completion_target',
  'page-miss': 'vacuum_cost_page_miss',
  'hash-memory': 'hash_mem_multiplier',
  'checkpoint-log': 'log_checkpoints',
  'autovacuum-log': 'log_autovacuum_min_duration',
  'vacuum-buffers': 'vacuum_buffer_usage_limit',
  'read-ahead': 'effective_io_concurrency',
  'locks-default': 'max_locks_per_transaction',
  'jit-off': 'jit',
  'lock-waits': 'log_lock_waits',
};

/** For each meaning that changes, files that it concerns with the advice, and files that it leaves alone. */
const meanings: Readonly<Record<string, { files: Files; advice: RegExp; silent: readonly Files[] }>> = {
  chkpass: {
    files: "shared_preload_libraries = 'chkpass'",
    advice: /^Take chkpass out/,
    silent: ["shared_preload_libraries = 'x'"],
  },
  timetravel: { files: "session_preload_libraries = 'timetravel'", advice: /11 was the last/, silent: [''] },
  adminpack: {
    files: "shared_preload_libraries = '$libdir/adminpack.so, x'",
    advice: /^Take adminpack out/,
    silent: [''],
  },
  'float-digits': {
    files: 'extra_float_digits = 3',
    advice: /as few as suffice/,
    silent: ['extra_float_digits = 0', ''],
  },
  'wal-senders': { files: 'max_connections = 110', advice: /^WAL senders have places/, silent: [''] },
  'io-concurrency': {
    files: 'effective_io_concurrency = 10',
    advice: /= 29 to ask/,
    silent: ['effective_io_concurrency = 1', ''],
  },
  'target-reached': {
    files: "recovery_target_name = 'x'",
    advice: /archive reaches/,
    silent: ["recovery_target_name = ''"],
  },
  continuation: {
    files: hba('# see c:\\\nlocal all all peer\n'),
    advice: /backslash/,
    silent: [hba('# a \\ b\nlocal all all peer\n')],
  },
  'regular-expressions': { files: ident('m /^\\D+$ x\n'), advice: /on both majors/, silent: [ident('m /^a$ x\n')] },
  'reserved-prefixes': {
    files: "shared_preload_libraries = 'auto_explain'\nauto_explain.log_what = on",
    advice: /^Take auto_explain.log_what out/,
    silent: ["shared_preload_libraries = 'auto_explain'\nauto_explain.log_timing = on", 'my.name = 1'],
  },
  'name-expressions': {
    files: hba('local all /home peer\n'),
    advice: /^Write "\/home" in quotes/,
    silent: [hba('local all "/home" peer\n')],
  },
  'mapped-keywords': { files: ident('m x all\nm x +g\n'), advice: /any role/, silent: [ident('m x "all"\nm x bob\n')] },
  'hba-includes': { files: { ...ident('include x y\n') }, advice: /Before, this line/, silent: [ident('m x y\n')] },
  'worker-slots': {
    files: 'autovacuum_max_workers = 20',
    advice: /or only 16 workers/,
    silent: ['autovacuum_max_workers = 16'],
  },
  origins: {
    files: 'max_replication_slots = 20',
    advice: /max_active_replication_origins = 20/,
    silent: ['max_replication_slots = 10'],
  },
  'open-files': { files: 'max_files_per_process = 2000', advice: /operating system/, silent: [''] },
  'wal-compression': {
    files: 'wal_compression = yes',
    advice: /^Write wal_compression = pglz/,
    silent: ['wal_compression = pglz', 'wal_compression = off'],
  },
  locks: { files: 'max_locks_per_transaction = 100', advice: /= 200 to have/, silent: [''] },
  'analyze-log': {
    files: 'log_autovacuum_min_duration = 5s',
    advice: /log_autoanalyze_min_duration = 5s/,
    silent: ['log_autovacuum_min_duration = -1', 'log_autovacuum_min_duration = 5s\nlog_autoanalyze_min_duration = 5s'],
  },
  'back-references': {
    files: ident('m /^(.*)@x$ \\1_\\1\n'),
    advice: /Another role/,
    silent: [ident('m /^(.*)@x$ \\1\n')],
  },
};

async function upgrade(files: Files, from: Major, to: Major) {
  const texts = typeof files === 'string' ? { 'postgresql.conf': `${files}\n` } : files;
  const entries = Object.entries(texts).map(([name, text]) => [`/data/${name}`, text] as const);
  const fileSystem = new MemoryFileSystem(Object.fromEntries(entries));
  const finder = new ClusterFinder(fileSystem, { workspace: ['/data'] });
  const sources = finder.find(entries.map(([path]) => path)).map(({ definition }) => ({
    path: definition.path,
    load: (target: Major) => loadCluster(definition, fileSystem, target, finder.readerOptions),
  }));
  const { clusters } = await compareMajors(sources, rules, { from, to }, '2026-11-27');
  return clusters[0]!;
}

const majorBefore = (major: Major) => (major - 1) as Major;
const shownBy = (shown: string) => releaseItems.filter((item) => item.shown === shown);

test('every item of the release notes has a case', () => {
  const without = releaseItems.filter(({ id, shown }) => {
    if (shown === 'by hand') return false;
    return !(id in (shown === 'rule' ? told : shown === 'default' ? defaults : meanings));
  });
  expect(without).toEqual([]);
  expect(new Set(releaseItems.map(({ id }) => id)).size).toBe(releaseItems.length);
});

describe('what the new major refuses, ignores or calls outdated', () => {
  test.each(shownBy('rule').map(({ id, major }) => [id, major] as const))('%s in %s', async (id, major) => {
    const { files, rule } = told[id]!;
    const { refused, changed, deprecated } = await upgrade(files, majorBefore(major), major);
    expect([...refused, ...changed, ...deprecated].map(({ ruleId }) => ruleId)).toContain(rule);
  });
});

describe('defaults that change', () => {
  test.each(shownBy('default').map(({ id, major }) => [id, major] as const))('%s in %s', async (id, major) => {
    const found = await upgrade('port = 5432', majorBefore(major), major);
    expect(found.defaults.map(({ name }) => name)).toContain(defaults[id]);
  });
});

describe('the same text with another meaning', () => {
  test.each(shownBy('meaning').map(({ id, major }) => [id, major] as const))('%s in %s', async (id, major) => {
    const { files, advice, silent } = meanings[id]!;
    const found = (await upgrade(files, majorBefore(major), major)).items.filter((item) => item.id === id);
    expect(found.map((item) => item.advice).join('\n')).toMatch(advice);
    expect(found.every(({ at }) => at !== undefined)).toBe(true);
    for (const other of silent) {
      const items = (await upgrade(other, majorBefore(major), major)).items.filter((item) => item.id === id);
      expect([other, items.map((item) => item.advice)]).toEqual([other, []]);
    }
    // A move that does not pass the major says nothing of it.
    if (!majors.includes((major + 1) as Major)) return;
    const later = (await upgrade(files, major, (major + 1) as Major)).items.filter((item) => item.id === id);
    expect(later).toEqual([]);
  });
});

test('what files do not show is on the list of every move that passes it', async () => {
  const found = await upgrade('port = 5432', 11, 19);
  const byHand = itemsBetween(11, 19).filter(({ shown }) => shown === 'by hand');
  expect(found.items.filter(({ at }) => at === undefined).map(({ id }) => id)).toEqual(byHand.map(({ id }) => id));
});
