import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { mattersToLint, watch } from '../../src/cli/commands/lint/watch.js';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

test('runs at once and after each change that matters, changes of one moment together', async () => {
  let change: (path: string) => void = () => {};
  const stop = new AbortController();
  const runs: number[] = [];
  const run = async () => {
    runs.push(runs.length);
    if (runs.length === 1) setTimeout(() => [change('/x/.git/index'), change('/x/a.conf'), change('/x/b.conf')], 5);
    if (runs.length === 2) setTimeout(() => stop.abort(), 150);
  };
  await watch(run, '/x', mattersToLint, stop.signal, (_, changed) => void (change = changed));
  expect(runs).toEqual([0, 1]);
});

test('--watch lints again after a file has changed', async () => {
  const folder = makeFolder({ 'pg_hba.conf': 'local all all peer\n' });
  const stop = new AbortController();
  let output = '';
  const write = (text: string) => {
    output += text;
    if (output.includes('hba/no-trust')) stop.abort();
  };
  const done = runIn(folder, ['--watch'], '', { write, stop: stop.signal });
  setTimeout(() => writeFileSync(join(folder, 'pg_hba.conf'), 'host all all 10.0.0.0/8 trust\n'), 300);
  const limit = setTimeout(() => stop.abort(), 5000);
  await done;
  clearTimeout(limit);
  expect(output).toContain('hba/no-trust');
});

test('what tools leave behind does not matter', () => {
  expect(['/a/pg_hba.conf', '/a/pgconflint.config.json'].map(mattersToLint)).toEqual([true, true]);
  const left = [
    '/a/.git/HEAD',
    '/a/node_modules/x/y',
    '/a/.pg_hba.conf.0f.tmp',
    '/a/pg_hba.conf~',
    '/a/.pg_hba.conf.swp',
  ];
  expect(left.map(mattersToLint)).toEqual(left.map(() => false));
});
