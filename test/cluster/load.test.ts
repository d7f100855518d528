import { describe, expect, test } from '@jest/globals';
import type { Major } from '../../src/catalog/majors.js';
import { ClusterFinder } from '../../src/cluster/find/find.js';
import { loadCluster } from '../../src/cluster/load.js';
import type { Cluster } from '../../src/cluster/types.js';
import { type MemoryEntry, MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { SnapshotFileSystem } from '../../src/files/snapshot-file-system.js';

function load(
  files: Record<string, MemoryEntry>,
  path: string,
  target: Major = 18,
  options: { followOutside?: boolean } = {},
): Cluster {
  const fileSystem = new SnapshotFileSystem(new MemoryFileSystem(files));
  const finder = new ClusterFinder(fileSystem, { workspace: ['/ws'], ...options });
  const found = finder.find([path]).map((one) => one.definition);
  const definition = found.find((one) => one.main !== undefined) ?? found[0];
  return loadCluster(definition!, fileSystem, target, finder.readerOptions);
}

const main = '/ws/etc/postgresql/16/main';
const debian: Record<string, MemoryEntry> = {
  [`${main}/postgresql.conf`]:
    "data_directory = '/var/lib/postgresql/16/main'\nhba_file = '/etc/postgresql/16/main/pg_hba.conf'\ninclude_dir 'conf.d'\n",
  [`${main}/conf.d/a.conf`]: 'work_mem = 4MB\n',
  [`${main}/pg_hba.conf`]: 'local all all peer\n',
  [`${main}/pg_ident.conf`]: 'map a b\n',
};

describe('loadCluster', () => {
  test("an image of Debian's layout", () => {
    const cluster = load(debian, '/ws');
    expect(cluster.extent).toBe('whole');
    expect(cluster.hba?.main.path).toBe(`${main}/pg_hba.conf`);
    expect(cluster.ident?.main.path).toBe(`${main}/pg_ident.conf`);
    expect(cluster.configuration.unread).toMatchObject([
      { path: '/var/lib/postgresql/16/main/postgresql.auto.conf', reason: 'outside' },
    ]);
    expect(cluster.files.map((file) => file.path)).toEqual([
      `${main}/postgresql.conf`,
      `${main}/conf.d/a.conf`,
      `${main}/pg_hba.conf`,
      `${main}/pg_ident.conf`,
    ]);
  });

  test('postgresql.auto.conf in the data folder of the image, which may name the authentication files', () => {
    const data = '/ws/var/lib/postgresql/16/main';
    const files = {
      ...debian,
      [`${data}/postgresql.auto.conf`]: "hba_file = 'other_hba'\n",
      [`${data}/other_hba`]: '',
    };
    const cluster = load(files, '/ws');
    expect(cluster.configuration.auto?.path).toBe(`${data}/postgresql.auto.conf`);
    expect(cluster.hba?.main.path).toBe(`${data}/other_hba`);
  });

  test('files outside are read where they may be followed', () => {
    const outside = '/var/lib/postgresql/16/main/postgresql.auto.conf';
    const files = { ...debian, [outside]: 'work_mem = 1MB\n' };
    expect(load(files, '/ws').configuration.get('work_mem').value).toBe('4MB');
    expect(load(files, '/ws', 18, { followOutside: true }).configuration.get('work_mem').value).toBe('1MB');
  });

  test('an authentication file that is named but not there', () => {
    const cluster = load(
      { '/ws/postgresql.conf': "hba_file = 'none.conf'\n", '/ws/pg_hba.conf': '' },
      '/ws/postgresql.conf',
    );
    expect(cluster.hba).toBeUndefined();
    expect(cluster.unreadFiles).toMatchObject([{ path: '/ws/none.conf', reason: 'missing' }]);
  });

  test('an include outside makes the settings incomplete', () => {
    const files = { '/ws/postgresql.conf': "include '/etc/x.conf'\n" };
    expect(load(files, '/ws/postgresql.conf').extent).toBe('snippet');
  });

  test('a loose file knows no settings', () => {
    const cluster = load({ '/ws/pg_hba.conf': 'local all all peer\n' }, '/ws/pg_hba.conf');
    expect(cluster.extent).toBe('snippet');
    expect(cluster.configuration.main).toBeUndefined();
    expect(cluster.hba?.records).toHaveLength(1);
    const snippet = load({ '/ws/x.conf': 'work_mem = 1MB\n', '/ws/pg_hba.conf': '' }, '/ws/x.conf');
    expect(snippet.extent).toBe('snippet');
    expect(snippet.hba).toBeUndefined();
    expect(snippet.configuration.get('work_mem').value).toBe('1MB');
  });

  test('pg_hosts.conf belongs to 19 only', () => {
    const files = { '/ws/postgresql.conf': 'ssl_sni = on\n', '/ws/pg_hosts.conf': '* a.crt a.key\n' };
    expect(load(files, '/ws/postgresql.conf', 18).hosts).toBeUndefined();
    expect(load(files, '/ws/postgresql.conf', 19).hosts?.entries).toHaveLength(1);
  });

  test('nothing is read twice', () => {
    const below = new MemoryFileSystem(debian);
    const reads: string[] = [];
    const read = below.read.bind(below);
    below.read = (path) => {
      reads.push(path);
      return read(path);
    };
    const fileSystem = new SnapshotFileSystem(below);
    const finder = new ClusterFinder(fileSystem, { workspace: ['/ws'] });
    const [found] = finder.find(['/ws']);
    for (const target of [14, 18] as const) loadCluster(found!.definition, fileSystem, target, finder.readerOptions);
    expect(reads.sort()).toEqual([...new Set(reads)]);
    expect(reads).toHaveLength(4);
  });
});
