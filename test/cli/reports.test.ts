import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

let folder: string;

beforeEach(() => {
  folder = makeFolder({ 'pg_hba.conf': 'host all all 10.0.0.0/8 trust\n', 'notes.conf': 'server { listen 80; }\n' });
});

test('writes several reports at once, each where it is told to', async () => {
  const formats = ['--format', 'stylish', '--format', 'sarif=out/a.sarif', '--format', 'junit=b.xml'];
  const outcome = await runIn(folder, ['pg_hba.conf', ...formats]);
  expect(outcome).toMatchObject({ code: 1, errors: 'pgconflint: made the folder out for the report.\n' });
  expect(outcome.output).toContain('hba/no-trust');
  expect(JSON.parse(readFileSync(join(folder, 'out/a.sarif'), 'utf8')).version).toBe('2.1.0');
  expect(readFileSync(join(folder, 'b.xml'), 'utf8')).toContain('<testsuites');
});

test('--output-file takes the report without a file of its own, and gets no colour', async () => {
  const outcome = await runIn(folder, ['pg_hba.conf', '--output-file', 'report.txt'], '', { color: true });
  expect(outcome).toMatchObject({ code: 1, output: '' });
  const written = readFileSync(join(folder, 'report.txt'), 'utf8');
  expect(written).toContain('hba/no-trust');
  expect(written).not.toContain('\u001b');
});

test('a run without a configuration file still writes the report that a pipeline collects', async () => {
  const outcome = await runIn(folder, ['--ignore-unknown', 'notes.conf', '--format', 'sarif=a.sarif']);
  expect(outcome).toMatchObject({ code: 0, output: '' });
  expect(JSON.parse(readFileSync(join(folder, 'a.sarif'), 'utf8')).runs[0].results).toEqual([]);
});

test.each<[string[], RegExp]>([
  [['--format', 'sarif='], /names no file/],
  [['--format', 'json', '--format', 'stylish'], /Two reports would go to standard output/],
  [['--format', 'json=a', '--format', 'sarif=a'], /Two reports would go to a;/],
  [['--format', 'json=a', '--output-file', 'b'], /--output-file is for a format without a file/],
  [['--format', 'json=pg_hba.conf/x'], /The report pg_hba\.conf\/x cannot be written/],
])('%j is one plain sentence and exit code 2', async (args, message) => {
  const outcome = await runIn(folder, ['pg_hba.conf', ...args]);
  expect(outcome).toMatchObject({ code: 2, output: '' });
  expect(outcome.errors).toMatch(message);
  expect(existsSync(join(folder, 'a'))).toBe(false);
});
