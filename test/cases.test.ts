/** Every case with its verdict by real servers, through the whole reading of a cluster: no server is needed here. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Major, majors } from '../src/catalog/majors.js';
import type { ClusterDefinition } from '../src/cluster/find/definition.js';
import { loadCluster } from '../src/cluster/load.js';
import { startupErrors } from '../src/cluster/startup/index.js';
import type { Cluster } from '../src/cluster/types.js';
import { type MemoryEntry, MemoryFileSystem } from '../src/files/memory-file-system.js';

interface Verdict {
  ok: boolean;
  error: string | null;
  /** What `postgres -C` prints for the case's parameter. */
  value?: string;
}

interface Case {
  id: string;
  file: 'conf' | 'hba' | 'ident';
  text: string;
  text_b64?: string;
  files?: Record<string, string>;
  auto_conf?: string;
  show?: string;
  build_dependent?: boolean;
  verdicts: Record<string, Verdict>;
  debian_15?: Verdict;
  debian_18?: Verdict;
}

function read(name: string): Case[] {
  const path = `test/fixtures/${name}`;
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Case => JSON.parse(line));
}

const mainFile = { conf: 'postgresql.conf', hba: 'pg_hba.conf', ident: 'pg_ident.conf' } as const;

function load(each: Case, major: Major): Cluster {
  const files: Record<string, MemoryEntry> = {};
  const put = (path: string, content: MemoryEntry) => {
    files[`/data/${path}`] = content;
  };
  // The servers that judged the cases had TLS on, and a folder of this name that some cases take for a file.
  put('postgresql.conf', 'ssl = on\n');
  put('base/1/PG_VERSION', '');
  for (const [path, text] of Object.entries(each.files ?? {})) put(path, text);
  put(mainFile[each.file], each.text_b64 === undefined ? each.text : Buffer.from(each.text_b64, 'base64'));
  if (each.auto_conf !== undefined) put('postgresql.auto.conf', each.auto_conf);
  const definition: ClusterDefinition = {
    id: '/data/postgresql.conf',
    path: '/data/postgresql.conf',
    folder: '/data',
    main: '/data/postgresql.conf',
    extent: 'whole',
    auto: undefined,
    hba: undefined,
    ident: undefined,
    hosts: undefined,
    targets: undefined,
    targetSource: undefined,
  };
  return loadCluster(definition, new MemoryFileSystem(files), major, { workspace: ['/data'], followOutside: true });
}

/** The verdict of a build that has the feature in question; undefined where none of that major was asked. */
function verdictOf(each: Case, major: Major): Verdict | undefined {
  const verdict = each.verdicts[major];
  if (!each.build_dependent) return verdict;
  if (major === 15) return each.debian_15;
  if (major === 18) return each.debian_18;
  // The build of 10 has GSSAPI, LDAP and PAM, that of 19 everything.
  if (major === 19 || (major === 10 && each.file !== 'conf')) return verdict;
  return undefined;
}

/** What we say: loads, does not load, or cannot be told from files. */
function loads(cluster: Cluster, file: Case['file']): boolean | undefined {
  const { configuration, hba, ident } = cluster;
  if (file === 'conf') return configuration.loads && !contradictsItself(cluster);
  if (file === 'ident') return ident!.loads;
  return hba!.records.some(({ error }) => error?.assumes !== undefined) ? undefined : hba!.loads;
}

/** 19 was judged by its view, which shows no row for a file without entries although the server refuses it. */
function isEmptyFor19(cluster: Cluster, file: Case['file']): boolean {
  return cluster.target === 19 && file === 'hba' && cluster.hba!.errors.some(({ code }) => code === 'no-entries');
}

/** What files alone leave open, by case: see docs/undecidable.md. */
const open = new Set([
  // The machine: its network interfaces, its locales, the stack that the kernel grants, files of the installation.
  'hba-addr-23',
  'conf-name-069',
  'conf-name-125',
  'conf-name-126',
  'conf-name-135',
  // The build.
  'conf-enum-044',
  'conf-enum-052',
  'conf-name-122',
  // Unusual ways to write a time.
  'found-recovery-time-digit',
  'found-recovery-time-letter',
  'found-recovery-time-word',
]);

/** What a start refuses while it reads values, though each by itself is right. */
function contradictsItself({ configuration, target }: Cluster): boolean {
  const codes = startupErrors(configuration, target).map(({ code }) => code);
  if (codes.includes('two-recovery-targets') || codes.includes('statistics-exclude-each-other')) return true;
  return target < 18 && codes.includes('too-many-processes');
}

describe.each(['cases.jsonl', 'found.jsonl'])('%s', (name) => {
  const cases = read(name);

  describe.each(['conf', 'hba', 'ident'] as const)('%s', (file) => {
    const those = cases.filter((each) => each.file === file);
    if (those.length === 0) return;

    test.each(majors)('as PostgreSQL %s', (major) => {
      const wrong: string[] = [];
      let judged = 0;
      let known = 0;
      for (const each of those) {
        const server = verdictOf(each, major);
        if (server === undefined) continue;
        known++;
        const cluster = load(each, major);
        const ours = loads(cluster, file);
        if (ours === undefined) {
          if (!open.has(each.id) && !each.build_dependent)
            wrong.push(`${each.id}: undecided, but the server says ${server.ok}`);
          continue;
        }
        judged++;
        if (ours !== server.ok && !isEmptyFor19(cluster, file)) {
          wrong.push(`${each.id}: we say ${ours}, the server ${server.ok}: ${server.error}`);
        }
        if (each.show === undefined || !ours || server.value === undefined) continue;
        const { reading } = cluster.configuration.get(each.show);
        const value = reading?.ok ? reading.canonical : undefined;
        if (value !== server.value)
          wrong.push(`${each.id}: ${each.show} is ${value} to us, ${server.value} to the server`);
      }
      expect(wrong).toEqual([]);
      expect(judged).toBeGreaterThanOrEqual(known * 0.85);
    });
  });
});
