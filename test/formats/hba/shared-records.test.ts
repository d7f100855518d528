/** What a reading for one major takes over from that for another one is what it would make itself. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Major, majors } from '../../../src/catalog/majors.js';
import { ClusterFinder } from '../../../src/cluster/find/find.js';
import { loadCluster } from '../../../src/cluster/load.js';
import { MemoryFileSystem } from '../../../src/files/memory-file-system.js';
import { FileToken } from '../../../src/formats/lines/file-token.js';

const types = ['local', 'host', 'hostssl', 'hostgssenc', 'hostx'];
const names = ['all', 'db', '/re', '"/re"', '+role', '@list', 'sameuser', 'a,b', 'a,/('];
const addresses = ['10.0.0.0/8', '10.0.0.1 255.255.255.255', 'samenet', 'fe80::1%eth0/64', '.example.com', '10.0.0.0'];
const methods = [
  'trust',
  'md5',
  'cert',
  'ident',
  'oauth',
  'radius',
  'scram-sha-256',
  'peer',
  'ldap',
  'x',
  'cert map=m',
];
const record = fc
  .tuple(fc.constantFrom(...types), fc.constantFrom(...names), fc.constantFrom(...names), fc.constantFrom(...addresses))
  .chain(([type, database, user, address]) =>
    fc
      .constantFrom(...methods)
      .map((method) => [type, database, user, ...(type === 'local' ? [] : [address]), method].join(' ')),
  );
const other = fc.constantFrom('include more.conf', 'include pg_hba.conf', '# a comment', 'include', 'host \\');
const texts = fc.array(fc.oneof({ weight: 4, arbitrary: record }, other), { maxLength: 6 });
const settings = fc.constantFrom('', 'ssl = on\n', 'ssl = off\n', 'db_user_namespace = on\n');

/** A reading as text: tokens by where they stand and what they mean, files by their names. */
function written(value: unknown): string {
  return JSON.stringify(value, (key, one: unknown) => {
    if (typeof one === 'bigint') return String(one);
    if (key === 'file' || key === 'main') return (one as { path: string }).path;
    if (key === 'files') return (one as { path: string }[]).map(({ path }) => path);
    if (!(one instanceof FileToken)) return one;
    const { start, end, value, quoted, file } = one;
    return { start, end, value, quoted, file };
  });
}

test('readings that share trees are as readings for each major alone', () => {
  fc.assert(
    fc.property(
      texts,
      texts,
      settings,
      fc.shuffledSubarray([...majors], { minLength: 3 }),
      (main, more, conf, order) => {
        const files = { pg_hba: main.join('\n'), more: more.join('\n'), postgresql: conf };
        const paths = Object.entries(files).map(([name, text]) => [`/w/${name}.conf`, text]);
        const fileSystem = new MemoryFileSystem({ ...Object.fromEntries(paths), '/w/list': 'a b' });
        const finder = () => new ClusterFinder(fileSystem, { workspace: ['/w'] });
        const shared = finder();
        const [{ definition } = undefined!] = shared.find(['/w/postgresql.conf']);
        const read = (target: Major, options: typeof shared.readerOptions) =>
          written(loadCluster(definition, fileSystem, target, options).hba);
        for (const target of order)
          expect(read(target, shared.readerOptions)).toBe(read(target, { workspace: ['/w'] }));
      },
    ),
  );
});

test('every type with every method, read for any major after any other one', () => {
  const columns = (type: string) => (type === 'local' ? '' : ' 10.0.0.0/8');
  const lines = types.flatMap((type) => methods.map((method) => `${type} a b${columns(type)} ${method}\n`));
  const fileSystem = new MemoryFileSystem({ '/w/pg_hba.conf': lines.join(''), '/w/postgresql.conf': 'ssl = on\n' });
  for (const first of majors) {
    for (const second of majors) {
      const finder = new ClusterFinder(fileSystem, { workspace: ['/w'] });
      const [{ definition } = undefined!] = finder.find(['/w/postgresql.conf']);
      const read = (target: Major, options: typeof finder.readerOptions) =>
        written(loadCluster(definition, fileSystem, target, options).hba);
      read(first, finder.readerOptions);
      expect(read(second, finder.readerOptions)).toBe(read(second, { workspace: ['/w'] }));
    }
  }
});

test('what the majors read alike is one object, a line that is drawn in twice is two', () => {
  const text = 'host all all 10.0.0.0/8 scram-sha-256\nhost a /b 10.0.0.0/8 trust\n';
  const fileSystem = new MemoryFileSystem({ '/w/pg_hba.conf': text, '/w/postgresql.conf': '' });
  const finder = new ClusterFinder(fileSystem, { workspace: ['/w'] });
  const [found] = finder.find(['/w/postgresql.conf']);
  const [at14, at18] = ([14, 18] as const).map(
    (target) => loadCluster(found!.definition, fileSystem, target, finder.readerOptions).hba!.records,
  );
  expect(at18![0]).toBe(at14![0]);
  expect(at18![1]).not.toBe(at14![1]);
});
