/** Inputs of some kilobytes that took minutes or gigabytes, or printed more than anybody can read. */
import { expect, test } from '@jest/globals';
import { matcherOf } from '../../src/linter/configuration/globs.js';
import { formatTable } from '../../src/report/text/table.js';
import { membersAndExpressions } from '../access/hostile-records.js';
import { hba } from '../cluster/reading.js';
import { makeFolder } from './folder.js';
import { runIn } from './terminal.js';

test.each([
  ['pg_hba_(a+)+b', 'pg_hba_aab', `pg_hba_${'a'.repeat(60)}.conf`],
  ['**/*a*a*a*a*a*a*a*a*a*a*a*b', 'x/aaaaaaaaaaab', `${'a'.repeat(200)}.conf`],
  ['pg_hba_+(+(a)+(a))b', 'pg_hba_aaab', `pg_hba_${'a'.repeat(60)}.conf`],
  ['**/a/**/b/**/c*', 'x/a/y/b/z/cd', `${'a/b/'.repeat(200)}d`],
])('the glob %s never searches', (glob, fitting, other) => {
  const matches = matcherOf('/data', [glob]);
  const before = process.cpuUsage().user;
  expect(matches(`/data/${fitting}`)).toBe(true);
  expect(matches(`/data/${other}`)).toBe(false);
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(3);
});

test.each([
  ['at the top', (next: string) => `{"extends":["${next}","${next}"]}`],
  ['in overrides', (next: string) => `{"overrides":[{"files":"**","extends":["${next}","${next}"]}]}`],
])('files that extend each other twice are no more than themselves, or refused: %s', async (_, body) => {
  const files: Record<string, string> = {
    'pg_hba.conf': 'local all all peer\n',
    'c25.json': '{"rules":{"hba/no-trust":"error"}}',
  };
  for (let index = 0; index < 25; index++) files[`c${index}.json`] = body(`./c${index + 1}.json`);
  files['pgconflint.config.json'] = '{"extends":["./c0.json"]}';
  const before = process.cpuUsage().user;
  const { code, errors } = await runIn(makeFolder(files), ['lint', 'pg_hba.conf']);
  expect(code === 0 || errors.includes('more than 10000 parts')).toBe(true);
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(8);
});

test('an @file that is named over and over is drawn in only so often, and that is said', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `n${index}`).join('\n');
  const { records, errors } = hba('host @l @l all md5\n'.repeat(200), 18, { l: names });
  expect(records.flatMap(({ users }) => users).length).toBeLessThan(600_000);
  expect(records.at(-1)!.users.map(({ kind }) => kind)).toEqual(['unknown']);
  expect(errors.some(({ message }) => message.includes('named so often'))).toBe(true);
});

test('one long value does not widen every line of a table', () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => ({ a: index === 0 ? 'x'.repeat(10_000) : 'x', b: 'y' }));
  expect(formatTable(['a', 'b'], rows, { width: 80 }).length).toBeLessThan(100_000);
  expect(
    formatTable(
      ['a'],
      Array.from({ length: 300_000 }, () => ({ a: 'x' })),
      { width: 80 },
    ).split('\n'),
  ).toHaveLength(300_003);
});

test('diff of members and expressions ends, and prints what can be read', async () => {
  const folder = makeFolder({
    'old/pg_hba.conf': membersAndExpressions(80, 'rqa', 'md5'),
    'new/pg_hba.conf': membersAndExpressions(80, 'stb', 'scram-sha-256'),
  });
  const { code, output } = await runIn(folder, ['diff', 'old', 'new']);
  expect(code).toBe(0);
  expect(output.length).toBeLessThan(2_000_000);
  expect(output).toMatch(/Not compared|more; --format json/);
});

test('access names every earlier record that takes logins away, however many', async () => {
  const records = Array.from({ length: 40 }, (_, index) => `host app${index} all 10.0.0.0/8 md5\n`).join('');
  const folder = makeFolder({ 'pg_hba.conf': `${records}host all all 10.0.0.0/8 reject\n` });
  const { output } = await runIn(folder, ['access', '--postgres', '18']);
  expect(output.trim().split('\n').at(-1)).toMatch(/ reject +41 +1-40$/);
});
