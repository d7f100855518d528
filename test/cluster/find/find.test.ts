import { describe, expect, test } from '@jest/globals';
import { ClusterFinder, type FindOptions, workspaceOf } from '../../../src/cluster/find/find.js';
import { type MemoryEntry, MemoryFileSystem } from '../../../src/files/memory-file-system.js';

type Files = Record<string, MemoryEntry>;

/** The clusters of some paths, each as `main or loose file: files asked for`, relative to the workspace. */
function find(files: Files, paths: string[], options: Partial<FindOptions> = {}): string[] {
  const finder = new ClusterFinder(new MemoryFileSystem(files), { workspace: ['/ws'], ...options });
  return finder
    .find(paths)
    .map(({ definition, asked }) => `${definition.path}: ${asked.join(' ')}`.replaceAll('/ws/', ''));
}

function targetsOf(files: Files, path: string): [readonly number[] | undefined, string | undefined] {
  const [found] = new ClusterFinder(new MemoryFileSystem(files), { workspace: ['/ws'] }).find([path]);
  return [found!.definition.targets, found!.definition.targetSource];
}

const plain: Files = {
  '/ws/postgresql.conf': "include 'extra/tuning.conf'\n",
  '/ws/extra/tuning.conf': 'work_mem = 4MB\n',
  '/ws/pg_hba.conf': 'local all @admins peer\n',
  '/ws/admins': 'alice\n',
  '/ws/pg_ident.conf': '',
  '/ws/postgresql.auto.conf': '',
  '/ws/nginx.conf': 'server { listen 80; }\n',
};

describe('ClusterFinder', () => {
  test('a folder is one cluster with all that belongs to it, and nothing else', () => {
    expect(find(plain, ['/ws'])).toEqual([
      'postgresql.conf: extra/tuning.conf pg_hba.conf pg_ident.conf postgresql.auto.conf postgresql.conf',
    ]);
  });

  test.each(['extra/tuning.conf', 'pg_hba.conf', 'admins', 'postgresql.auto.conf', 'pg_ident.conf'])(
    'from %s to its cluster',
    (file) => expect(find(plain, [`/ws/${file}`])).toEqual([`postgresql.conf: ${file}`]),
  );

  test('a file that no root has is a cluster of its own', () => {
    expect(find(plain, ['/ws/nginx.conf'])).toEqual(['nginx.conf: nginx.conf']);
  });

  test('the root of a file of any name is looked for above and a few folders below', () => {
    const files: Files = {
      '/ws/hosts/db1/postgresql.conf': "hba_file = '../../common/access-list'\ninclude_dir '../../common/settings'\n",
      '/ws/common/access-list': 'local all all peer\n',
      '/ws/common/settings/pg_hba.conf': 'work_mem = 4MB\n',
    };
    expect(find(files, ['/ws/common/access-list'])).toEqual(['hosts/db1/postgresql.conf: common/access-list']);
    // Its name says pg_hba.conf, but the root includes it as settings.
    expect(find(files, ['/ws/common/settings/pg_hba.conf'])).toEqual([
      'hosts/db1/postgresql.conf: common/settings/pg_hba.conf',
    ]);
  });

  test('a file that two clusters share belongs to both', () => {
    const files: Files = {
      '/ws/a/postgresql.conf': "include '../common.conf'\n",
      '/ws/b/postgresql.conf': "include '../common.conf'\n",
      '/ws/common.conf': 'work_mem = 4MB\n',
    };
    expect(find(files, ['/ws/common.conf'])).toEqual([
      'a/postgresql.conf: common.conf',
      'b/postgresql.conf: common.conf',
    ]);
    expect(find(files, ['/ws'])).toHaveLength(2);
  });

  test('in whatever order files are asked for', () => {
    const files: Files = {
      '/ws/a/postgresql.conf': "hba_file = '/ws/b/pg_hba.conf'\n",
      '/ws/b/postgresql.conf': '',
      '/ws/b/pg_hba.conf': 'local all all peer\n',
      '/ws/c/pg_hba.conf': 'include ../b/pg_ident.conf\n',
      '/ws/b/pg_ident.conf': '',
    };
    const asked = ['/ws/b/pg_hba.conf', '/ws/a/postgresql.conf', '/ws/c/pg_hba.conf', '/ws/b/pg_ident.conf'];
    const orders = asked.flatMap((_, at) => {
      const turned = [...asked.slice(at), ...asked.slice(0, at)];
      return [turned, [...turned].reverse()];
    });
    const found = orders.map((paths) => find(files, paths).join('; '));
    expect(new Set(found).size).toBe(1);
    expect(found[0]).toMatch(
      /a\/postgresql\.conf: a\/postgresql\.conf b\/pg_hba\.conf; b\/postgresql\.conf: b\/pg_hba\.conf/,
    );
  });

  test("Debian's layout", () => {
    const main = '/ws/etc/postgresql/16/main';
    const files: Files = {
      [`${main}/postgresql.conf`]:
        "data_directory = '/var/lib/postgresql/16/main'\nhba_file = '/etc/postgresql/16/main/pg_hba.conf'\nident_file = '/etc/postgresql/16/main/pg_ident.conf'\ninclude_dir = 'conf.d'\n",
      [`${main}/conf.d/10.conf`]: 'work_mem = 4MB\n',
      [`${main}/pg_hba.conf`]: 'local all all peer\n',
      [`${main}/pg_ident.conf`]: '',
      '/ws/var/lib/postgresql/16/main/postgresql.auto.conf': '',
      '/ws/var/lib/postgresql/16/main/PG_VERSION': '16\n',
    };
    expect(find(files, ['/ws'])).toEqual([
      `${main}/postgresql.conf: ${main}/conf.d/10.conf ${main}/pg_hba.conf ${main}/pg_ident.conf ${main}/postgresql.conf /ws/var/lib/postgresql/16/main/postgresql.auto.conf`.replaceAll(
        '/ws/',
        '',
      ),
    ]);
    expect(targetsOf(files, `${main}/conf.d/10.conf`)).toEqual([[16], 'PG_VERSION']);
  });

  test("Docker's: paths of the container, files side by side", () => {
    const files: Files = {
      '/ws/db/my-postgres.conf': "hba_file = '/etc/postgresql/pg_hba.conf'\n",
      '/ws/db/pg_hba.conf': 'host all all all scram-sha-256\n',
    };
    expect(find(files, ['/ws/db/pg_hba.conf'])).toEqual(['db/my-postgres.conf: db/pg_hba.conf']);
  });

  test("Patroni's: the base file is included, or stands alone", () => {
    const base: Files = { '/ws/postgresql.base.conf': 'work_mem = 4MB\n' };
    expect(find(base, ['/ws'])).toEqual(['postgresql.base.conf: postgresql.base.conf']);
    const both = { ...base, '/ws/postgresql.conf': "include 'postgresql.base.conf'\n" };
    expect(find(both, ['/ws/postgresql.base.conf'])).toEqual(['postgresql.conf: postgresql.base.conf']);
  });

  test('a main file that another one includes is a part of it; of a circle the plain name is the root', () => {
    const files: Files = {
      '/ws/postgresql.conf': "include 'postgresql.local.conf'\n",
      '/ws/postgresql.local.conf': "include 'postgresql.conf'\n",
      '/ws/a/postgresql.conf': '',
      '/ws/a/postgresql-prod.conf': "include 'postgresql.conf'\n",
    };
    expect(find(files, ['/ws'])).toEqual([
      'a/postgresql-prod.conf: a/postgresql-prod.conf a/postgresql.conf',
      'postgresql.conf: postgresql.conf postgresql.local.conf',
    ]);
  });

  test('.sample files belong to each other', () => {
    const files: Files = {
      '/ws/postgresql.conf.sample': '',
      '/ws/pg_hba.conf.sample': '',
      '/ws/pg_ident.conf.sample': '',
      '/ws/pg_hba.conf': 'local all all peer\n',
    };
    expect(find(files, ['/ws'])).toEqual([
      'pg_hba.conf: pg_hba.conf',
      'postgresql.conf.sample: pg_hba.conf.sample pg_ident.conf.sample postgresql.conf.sample',
    ]);
  });

  test('a loose pg_hba.conf takes pg_ident.conf with it', () => {
    const files: Files = { '/ws/pg_hba.conf': '', '/ws/pg_ident.conf': '' };
    expect(find(files, ['/ws/pg_ident.conf'])).toEqual(['pg_hba.conf: pg_ident.conf']);
  });

  test('a loose snippet in conf.d is found, one elsewhere only when it is asked for', () => {
    const files: Files = {
      '/ws/roles/postgresql/files/conf.d/memory.conf': 'work_mem = 4MB\n',
      '/ws/other/memory.conf': 'work_mem = 4MB\n',
    };
    expect(find(files, ['/ws'])).toEqual([
      'roles/postgresql/files/conf.d/memory.conf: roles/postgresql/files/conf.d/memory.conf',
    ]);
    expect(find(files, ['/ws/other/memory.conf'])).toEqual(['other/memory.conf: other/memory.conf']);
  });

  test('the format of a loose file: told, else by name, else by content', () => {
    const files: Files = { '/ws/access': 'host all all 10.0.0.0/8 scram-sha-256\n', '/ws/x': 'work_mem = 4MB\n' };
    const definitionOf = (path: string, options = {}) =>
      new ClusterFinder(new MemoryFileSystem(files), { workspace: ['/ws'], ...options }).find([path])[0]!.definition;
    expect(definitionOf('/ws/access').hba).toBe('/ws/access');
    expect(definitionOf('/ws/x').main).toBe('/ws/x');
    expect(definitionOf('/ws/x').extent).toBe('snippet');
    expect(definitionOf('/ws/x', { kindOf: () => 'ident' }).ident).toBe('/ws/x');
  });

  test('a cluster that the configuration describes comes first', () => {
    const files: Files = {
      '/ws/main.conf': '',
      '/ws/prod-hba': 'local all all peer\n',
      '/ws/pg_hba.conf': 'local all all trust\n',
    };
    const clusters = [{ main: '/ws/main.conf', hba: '/ws/prod-hba', targets: [14] as const }];
    expect(find(files, ['/ws/prod-hba'], { clusters })).toEqual(['main.conf: prod-hba']);
    expect(find(files, ['/ws'], { clusters })).toEqual(['main.conf: main.conf', 'pg_hba.conf: pg_hba.conf']);
  });

  test('what the project ignores is left out of folders, not of what is asked for by name', () => {
    const ignores = (path: string) => path === '/ws/old';
    const files: Files = { '/ws/old/postgresql.conf': '', '/ws/new/postgresql.conf': '' };
    expect(find(files, ['/ws'], { ignores })).toEqual(['new/postgresql.conf: new/postgresql.conf']);
    expect(find(files, ['/ws/old/postgresql.conf'], { ignores })).toEqual(['old/postgresql.conf: old/postgresql.conf']);
  });

  test('neither links nor includes lead out of the workspace', () => {
    const files: Files = {
      '/ws/postgresql.conf': "include '/etc/secret.conf'\ninclude '../other/postgresql.conf'\n",
      '/ws/link': { link: '/other' },
      '/other/postgresql.conf': '',
      '/etc/secret.conf': 'work_mem = 1MB\n',
    };
    expect(find(files, ['/ws'])).toEqual(['postgresql.conf: postgresql.conf']);
  });

  test('the inside of a data folder is not walked', () => {
    const files: Files = {
      '/ws/PG_VERSION': '15\n',
      '/ws/postgresql.conf': '',
      '/ws/base/postgresql.conf': '',
      '/ws/pg_wal/postgresql.conf': '',
    };
    expect(find(files, ['/ws'])).toEqual(['postgresql.conf: postgresql.conf']);
  });
});

describe('the target that files tell', () => {
  test.each<[string, Files, string, number[] | undefined, string | undefined]>([
    ['PG_VERSION', { '/ws/postgresql.conf': '', '/ws/PG_VERSION': '15\n' }, '/ws/postgresql.conf', [15], 'PG_VERSION'],
    [
      'an old one',
      { '/ws/postgresql.conf': '', '/ws/PG_VERSION': '9.6\n' },
      '/ws/postgresql.conf',
      undefined,
      'PG_VERSION',
    ],
    ['a path', { '/ws/pgsql/13/data/pg_hba.conf': '' }, '/ws/pgsql/13/data/pg_hba.conf', [13], 'the path'],
    ['Homebrew', { '/ws/postgresql@17/pg_hba.conf': '' }, '/ws/postgresql@17/pg_hba.conf', [17], 'the path'],
    ['a number elsewhere', { '/ws/apps/12/pg_hba.conf': '' }, '/ws/apps/12/pg_hba.conf', undefined, undefined],
    [
      'a comment before all',
      { '/ws/postgresql.conf': '# x\n\n# pgconflint: postgres=14, 16\n', '/ws/PG_VERSION': '15\n' },
      '/ws/postgresql.conf',
      [14, 16],
      'a comment in postgresql.conf',
    ],
    [
      'a comment below settings is none',
      { '/ws/postgresql.conf': 'work_mem = 1MB\n# pgconflint: postgres=14\n' },
      '/ws/postgresql.conf',
      undefined,
      undefined,
    ],
    [
      'data_directory',
      { '/ws/postgresql.conf': "data_directory = '/var/lib/postgresql/12/main'\n" },
      '/ws/postgresql.conf',
      [12],
      'the path',
    ],
  ])('%s', (_, files, path, targets, source) => expect(targetsOf(files, path)).toEqual([targets, source]));
});

describe('workspaceOf', () => {
  const fileSystem = new MemoryFileSystem({
    '/repo/.git/HEAD': '',
    '/repo/db/postgresql.conf': '',
    '/etc/postgresql/16/main/conf.d/a.conf': '',
  });
  test.each([
    ['/repo/db/postgresql.conf', '/repo/db', '/repo/db'],
    ['/repo/db/postgresql.conf', '/home', '/repo'],
    ['/etc/postgresql/16/main', '/', '/etc/postgresql/16/main'],
    ['/etc/postgresql/16/main/conf.d/a.conf', '/home', '/etc/postgresql/16/main'],
    ['/etc/postgresql/16/main', '/home', '/etc/postgresql/16/main'],
  ])('%s from %s', (path, cwd, workspace) => expect(workspaceOf([path], cwd, fileSystem)).toEqual([workspace]));
});

test('the heading of records without users is of a version before 7.3', () => {
  const heading = '# TYPE       DATABASE    IP_ADDRESS    MASK               AUTHTYPE  MAP\n';
  const files = { '/ws/pg_hba.conf': `${heading}host all 10.0.0.1 255.255.255.255 trust\n` };
  const [found] = new ClusterFinder(new MemoryFileSystem(files), { workspace: ['/ws'] }).find(['/ws/pg_hba.conf']);
  expect(found!.definition).toMatchObject({
    oldVersion: 'a version before 7.3',
    targetSource: 'the heading of the records in pg_hba.conf',
  });
});

test.each([
  ['/src/docker-postgres', true],
  ['/docker/src', undefined],
])('the name of the workspace %s tells that it is for a container: %s', (root, isContainer) => {
  const files = { [`${root}/postgresql.conf`]: 'port = 5432\n' };
  const [found] = new ClusterFinder(new MemoryFileSystem(files), { workspace: [root] }).find([root]);
  expect(found!.definition.isContainer).toBe(isContainer);
});
