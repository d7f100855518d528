/** A file asked for alone belongs to the clusters that a run over everything finds for it. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ClusterFinder } from '../../../src/cluster/find/find.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { baseNameOf, folderOf, isInside } from '../../../src/files/paths.js';

const folders = ['/ws', '/ws/a', '/ws/a/b', '/ws/a/b/c', '/ws/shared', '/ws/a/conf.d'];
const names = ['postgresql.conf', 'postgresql.auto.conf', 'pg_hba.conf', 'pg_ident.conf', 'tuning.conf', 'admins'];
const runs = Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 100);

/** ALTER SYSTEM writes no includes, and a folder of snippets has no main file: no root is looked for in them. */
const isSnippet = (at: string) => at.endsWith('.auto.conf') || at.includes('/conf.d/postgresql.');

const path = fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...names)).map(([at, name]) => `${at}/${name}`);

/** A path as a file in a folder names it. */
function relativeTo(from: string, to: string): string {
  const [start, end] = [from.split('/'), to.split('/')];
  while (start.length > 0 && start[0] === end[0]) for (const steps of [start, end]) steps.shift();
  return [...start.map(() => '..'), ...end].join('/');
}

/** A line that names another file, as each kind of file can; nothing where it cannot. */
function lineIn(at: string, kind: number, to: string): string {
  const own = folderOf(at);
  const name = relativeTo(own, to);
  const inFolder = relativeTo(own, folderOf(to)) || '.';
  const isRecords = /\/(?:pg_|admins)/.test(at);
  if (isRecords && to.endsWith('/admins')) return `local all @${name} peer`;
  if (isRecords) return baseNameOf(at) === baseNameOf(to) ? `include ${name}` : '';
  if (to.endsWith('/pg_hba.conf')) return `hba_file = '${name}'`;
  return to.endsWith('/tuning.conf')
    ? [`include '${name}'`, `include_dir '${inFolder}'`, `include_if_exists '${name}'`][kind]!
    : '';
}

type Files = Record<string, string>;

/** Trees whose files name others, as far as a file may name another one. */
function trees(mayName: (from: string, to: string) => boolean): fc.Arbitrary<Files> {
  const lines = fc.array(fc.record({ kind: fc.nat(2), to: path }), { maxLength: 2 });
  return fc.dictionary(path, lines, { minKeys: 1, maxKeys: 9 }).map((files) =>
    Object.fromEntries(
      Object.entries(files)
        // What ALTER SYSTEM wrote is looked at by itself only where no main file stands beside it.
        .filter(([at]) => !at.endsWith('.auto.conf') || files[`${folderOf(at)}/postgresql.conf`] !== undefined)
        .map(([at, named]) => {
          const written = named.filter(({ to }) => !isSnippet(at) && mayName(at, to));
          return [at, written.map(({ kind, to }) => `${lineIn(at, kind, to)}\n`).join('')];
        }),
    ),
  );
}

function clustersOf(files: Files, asked: string): { id: string; asked: string[] }[] {
  const finder = new ClusterFinder(new MemoryFileSystem(files), { workspace: ['/ws'] });
  return finder.find([asked]).map((found) => ({ id: found.definition.id, asked: found.asked }));
}

function expectTheSame(files: Files, isHeld: (file: string) => boolean): void {
  const all = clustersOf(files, '/ws');
  for (const file of Object.keys(files).filter(isHeld)) {
    const found = all.filter(({ asked }) => asked.includes(file)).map(({ id }) => id);
    // A run over a folder passes over a file whose name says nothing and that no root has; asked for alone it is a cluster.
    if (found.length === 0) continue;
    const alone = clustersOf(files, file).map(({ id }) => id);
    expect({ file, clusters: alone.sort() }).toEqual({ file, clusters: found.sort() });
  }
}

test('where roots stand in the folders of their files or above', () => {
  const below = trees((from, to) => isInside(to, folderOf(from)));
  fc.assert(
    fc.property(below, (files) => expectTheSame(files, () => true)),
    { numRuns: runs },
  );
});

test('the file of a file that the main file has by its place', () => {
  const files = {
    '/ws/postgresql.conf': 'port = 5432\n',
    '/ws/pg_hba.conf': 'include a/pg_hba.conf\n',
    '/ws/a/pg_hba.conf': 'local all all peer\n',
  };
  expect(clustersOf(files, '/ws/a/pg_hba.conf').map(({ id }) => id)).toEqual(['/ws/postgresql.conf']);
});

test('wherever the one root stands, for files that have none in their folder or above', () => {
  const anywhere = trees((from) => from.endsWith('/postgresql.conf'));
  fc.assert(
    fc.property(anywhere, (files) => {
      const isRoot = (at: string) => /^(?:postgresql|pg_)/.test(baseNameOf(at));
      const roots = Object.keys(files).filter(isRoot);
      // Several that share a file are all found by a run over everything, and the nearest ones alone.
      fc.pre(Object.entries(files).filter(([at, text]) => isRoot(at) && text !== '').length < 2);
      expectTheSame(files, (file) => !roots.some((root) => isInside(file, folderOf(root))));
    }),
    { numRuns: runs },
  );
});
