import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

const files = {
  'postgresql.conf': 'work_mem   =   4MB\n',
  'pg_hba.conf': 'local all   @names peer\nhost all all samenet md5\n',
  names: 'alice   bob   carol\n',
  'pg_ident.conf': 'm  a  b\n',
};

test('format writes files of records in place, and nothing else', async () => {
  const folder = makeFolder(files);
  expect(await runIn(folder, ['format'])).toMatchObject({ code: 0, output: 'pg_hba.conf formatted\n' });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  expect(read('pg_hba.conf')).toBe('local  all  @names           peer\nhost   all  all     samenet  md5\n');
  expect(read('names')).toBe(files.names);
  expect(read('postgresql.conf')).toBe(files['postgresql.conf']);
  expect(await runIn(folder, ['format', '--check'])).toMatchObject({ code: 0, output: '' });
});

test('format --check writes nothing and fails where something would change', async () => {
  const folder = makeFolder(files);
  expect(await runIn(folder, ['format', '--check', '.'])).toMatchObject({ code: 1, output: 'pg_hba.conf\n' });
  expect(readFileSync(join(folder, 'pg_hba.conf'), 'utf8')).toBe(files['pg_hba.conf']);
  expect((await runIn(folder, ['format', '--check', 'pg_ident.conf'])).code).toBe(0);
});

test('format keeps the bytes of a file that is not UTF-8', async () => {
  const folder = makeFolder({ 'pg_hba.conf': Buffer.from('local   gr\xf6\xdfe all peer\n', 'latin1') });
  expect((await runIn(folder, ['format'])).code).toBe(0);
  expect(readFileSync(join(folder, 'pg_hba.conf'), 'latin1')).toBe('local  gr\xf6\xdfe  all  peer\n');
});

test('format takes standard input', async () => {
  const { code, output } = await runIn('/', ['format', '--stdin-filename', 'pg_ident.conf'], 'm a b\nlonger a b\n');
  expect([code, output]).toEqual([0, 'm       a  b\nlonger  a  b\n']);
  expect(await runIn('/', ['format', '--kind', 'conf'])).toMatchObject({ code: 2 });
});
