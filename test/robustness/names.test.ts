import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runIn } from '../cli/terminal.js';
import { folderOf } from './command.js';

const trust = 'host all all 0.0.0.0/0 trust\n';
const hostile = [
  '--output-file=victim/pg_hba.conf',
  '--output-file',
  '--fix',
  '--baseline=conf.d/b.conf',
  '--baseline-write',
  '--cache-file=conf.d/c.conf',
  '--config=conf.d/c.conf',
  '--format=html=victim/pg_hba.conf',
  '--follow-outside',
  '--allow-code',
  '--list-rules',
  '--help',
  '-h',
  '--version',
  '-V',
  '--quiet',
  '-pg_hba.conf',
];

test.each(hostile)('a file whose name is %s is refused, and judged after --', async (name) => {
  const folder = folderOf({ 'pg_hba.conf': trust, 'victim/kept': '', 'conf.d/kept': '', [`./${name}`]: trust });
  try {
    for (const before of [[], ['lint'], ['--ignore-unknown'], ['format'], ['audit'], ['help']]) {
      const { code, output, errors } = await runIn(folder, [...before, name, 'pg_hba.conf']);
      expect([code, output]).toEqual([2, '']);
      expect(errors).toBe(
        `pgconflint: “${name}” is an option and also a file here; write ./${name} for the file, or -- before all names of files.\n`,
      );
    }
    for (const args of [
      ['--', name],
      ['lint', '--kind', 'hba', '--', name],
      [`./${name}`, '--kind', 'hba'],
    ]) {
      const judged = await runIn(
        folder,
        ['--format', 'json', '--kind', 'hba', ...args].slice(args[0] === 'lint' ? 4 : 0),
      );
      expect([judged.code, judged.errors]).toEqual([1, '']);
      expect(judged.output).toContain('hba/no-trust');
    }
    expect(readdirSync(join(folder, 'victim'))).toEqual(['kept']);
    expect(readFileSync(join(folder, 'pg_hba.conf'), 'utf8')).toBe(trust);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a link that leads nowhere is a file, and an option that is none is an option', async () => {
  const folder = folderOf({ 'pg_hba.conf': trust });
  symlinkSync('nowhere', join(folder, '--quiet'));
  expect(await runIn(folder, ['--quiet', '.'])).toMatchObject({ code: 2, output: '' });
  rmSync(join(folder, '--quiet'));
  expect(await runIn(folder, ['--quiet', '.'])).toMatchObject({ code: 1, errors: '' });
  rmSync(folder, { recursive: true });
});

test.each([
  ['show', 'hba', '--', '-pg_hba.conf'],
  ['settings', '--', '-c'],
  ['access', '--', '-pg_hba.conf'],
  ['who', '--user', 'a', '--local', '--', '-pg_hba.conf'],
  ['config', '--', '-pg_hba.conf'],
  ['format', '--check', '--', '-pg_hba.conf'],
  ['upgrade', '--from', '14', '--to', '16', '--', '-c'],
  ['audit', '--benchmark', 'cis-16', '--', '-c'],
  ['diff', 'c', 'c', '--', '-pg_hba.conf'],
  ['explain', '--', 'hba/no-trust'],
])('%s reads names after --', async (...args) => {
  const folder = folderOf({
    '-pg_hba.conf': 'local all all peer\n',
    '-c/pg_hba.conf': 'local all all peer\n',
    '-c/postgresql.conf': 'port = 5433\n',
    'c/-pg_hba.conf': 'local all all peer\n',
  });
  const { code, errors } = await runIn(folder, args);
  rmSync(folder, { recursive: true });
  expect(errors).toBe('');
  expect(code).toBeLessThan(2);
});
