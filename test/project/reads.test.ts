/** What is read to find and judge what was asked for, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import { rules } from '../../rules/index.js';
import type { FileSystem } from '../../src/files/file-system.js';
import { MemoryFileSystem } from '../../src/files/memory-file-system.js';
import { SnapshotFileSystem } from '../../src/files/snapshot-file-system.js';
import { Configuration } from '../../src/linter/configuration/configuration.js';
import { Supplies } from '../../src/linter/configuration/needs.js';
import { lint } from '../../src/linter/engine/lint.js';
import { boundsOf, finderFor, sourceOf } from '../../src/project/find-clusters.js';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';

/** Writes down which files are read and which folders are listed. */
class ListingFileSystem extends SnapshotFileSystem {
  readonly reads: string[] = [];
  readonly lists: string[] = [];

  constructor(below: FileSystem) {
    super({
      kind: (path) => below.kind(path),
      size: (path) => below.size(path),
      realPath: (path) => below.realPath(path),
      read: (path) => {
        this.reads.push(path);
        return below.read(path);
      },
      list: (path) => {
        this.lists.push(path);
        return below.list(path);
      },
    });
  }
}

/** Lints one path of some files, and gives what was read meanwhile, in the order of the alphabet. */
async function readFor(files: Record<string, string>, asked: string, cwd = '/repo') {
  const fileSystem = new ListingFileSystem(new MemoryFileSystem(files));
  const supplies = new Supplies(() => Promise.reject(new Error('no code')));
  const configuration = new Configuration({ fileSystem, supplies, rules });
  const result = await supplies.supply(() => {
    const bounds = boundsOf([asked], cwd, fileSystem);
    const finder = finderFor({ paths: [asked], fileSystem, bounds }, configuration);
    const sources = finder.find([asked]).map((found) => sourceOf(found, fileSystem, finder.readerOptions));
    return lint({ sources, rules, resolveConfig: (path) => configuration.resolve(path), today: '2026-01-01' });
  });
  return {
    reads: fileSystem.reads.sort(),
    lists: fileSystem.lists.sort(),
    files: result.files.map(({ path }) => path),
  };
}

const clusterAt = (folder: string): Record<string, string> => ({
  [`${folder}/postgresql.conf`]: "port = 5432\ninclude_dir = 'conf.d'\n",
  [`${folder}/conf.d/10.conf`]: 'work_mem = 4MB\n',
  [`${folder}/pg_hba.conf`]: 'local all all peer\n',
  [`${folder}/pg_ident.conf`]: '',
});
const many = Object.assign(
  { '/repo/.git/HEAD': '', '/repo/README.md': '' },
  ...Array.from({ length: 1000 }, (_, index) => clusterAt(`/repo/clusters/c${index}`)),
) as Record<string, string>;
const own = ['conf.d/10.conf', 'pg_hba.conf', 'pg_ident.conf', 'postgresql.conf'].map(
  (name) => `/repo/clusters/c7/${name}`,
);

describe('one of 1,000 clusters', () => {
  test.each(['pg_hba.conf', 'postgresql.conf', 'conf.d/10.conf', 'pg_ident.conf'])(
    '%s: its own files, and names in its folder and those above it',
    async (name) => {
      const { reads, lists } = await readFor(many, `/repo/clusters/c7/${name}`);
      expect(reads).toEqual(own);
      const above = ['/repo', '/repo/clusters', '/repo/clusters/c7', '/repo/clusters/c7/conf.d'];
      expect(lists).toEqual(above);
    },
  );

  test('its folder', async () => {
    const { reads, lists } = await readFor(many, '/repo/clusters/c7');
    expect(reads).toEqual(own);
    expect(lists).toEqual(['/repo', '/repo/clusters', '/repo/clusters/c7', '/repo/clusters/c7/conf.d']);
  });

  test('a file that nothing beside or above it has: so many folders are listed, no file without its name is parsed', async () => {
    const loose = { ...many, '/repo/clusters/loose/pg_hba.conf': 'local all all peer\n' };
    const { lists, files } = await readFor(loose, '/repo/clusters/loose/pg_hba.conf');
    expect(files).toEqual(['/repo/clusters/loose/pg_hba.conf']);
    expect(lists.length).toBeLessThan(320);
  });
});

test('what names the file from a folder beside it is found by its text', async () => {
  const files = {
    '/repo/conf/postgresql.conf': "hba_file = '../access/pg_hba.conf'\n",
    '/repo/other/postgresql.conf': 'port = 5433\n',
    '/repo/access/pg_hba.conf': 'local all all peer\n',
  };
  const { files: judged } = await readFor(files, '/repo/access/pg_hba.conf');
  expect(judged).toEqual(['/repo/access/pg_hba.conf']);
  const { reads } = await readFor(files, '/repo/access/pg_hba.conf');
  expect(reads).toContain('/repo/conf/postgresql.conf');
});

describe('a broken configuration in a folder beside it does not matter', () => {
  const sibling = { 'bad/pgconflint.config.jsonc': '{ "rules":', 'bad/nginx.conf': 'x', 'bad/deep/a.conf': 'x' };
  const files = { ...sibling, 'good/pg_hba.conf': 'local all all peer\n' };

  test.each([
    [['good/pg_hba.conf']],
    [['good']],
    [[]],
    [['access', 'good']],
    [['who', 'good', '--user', 'a', '--database', 'b', '--local']],
    [['format', 'good']],
  ])('%j', async (args) => {
    const { code, errors } = await runIn(makeFolder(files), args);
    expect(errors).not.toMatch(/JSON|bad/);
    expect(code).toBe(0);
  });

  test('nor does one in the current folder, where what is asked for stands elsewhere', async () => {
    const here = makeFolder({ 'pgconflint.config.json': '{ "rules":' });
    const there = makeFolder({ 'pg_hba.conf': 'local all all peer\n' });
    expect((await runIn(here, [there])).code).toBe(0);
    expect((await runIn(here, [])).code).toBe(2);
  });

  test('but one of a folder that holds a target does', async () => {
    const folder = makeFolder({ ...files, 'bad/deep/pg_hba.conf': 'local all all peer\n' });
    const { code, errors } = await runIn(folder, []);
    expect(code).toBe(2);
    expect(errors).toMatch(/bad\/pgconflint\.config\.jsonc:1: /);
    expect((await runIn(folder, ['good'])).code).toBe(0);
  });
});
