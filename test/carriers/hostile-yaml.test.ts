/** YAML that is made to cost much: aliases by the thousand, maps that are merged into maps, commands with thousands of settings. */
import { expect, test } from '@jest/globals';
import { makeFolder } from '../cli/folder.js';
import { runIn } from '../cli/terminal.js';

const repeated = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

/** A Compose file with one server of PostgreSQL. */
const compose = (above: string, rest: string) => `${above}services:\n  db:\n    image: postgres:16\n${rest}`;

const command = '    command: postgres -c work_men=1MB\n';

test.each([
  [
    'an alias in each second item',
    compose('x: &x -c\n', `    command: [postgres, ${repeated(9_000, () => '*x, work_men=1MB, ')}]\n`),
  ],
  [
    'maps merged into maps',
    compose(
      `x0: &x0 {a: 1}\n${repeated(12, (n) => `x${n + 1}: &x${n + 1} {<<: [${repeated(20, () => `*x${n}, `)}]}\n`)}`,
      `    <<: *x12\n${command}`,
    ),
  ],
  [
    'lists of lists',
    compose(`x0: &x0 [a]\n${repeated(30, (n) => `x${n + 1}: &x${n + 1} [*x${n}, *x${n}]\n`)}`, command),
  ],
])('costs little: %s', async (_, text) => {
  const before = process.cpuUsage();
  const { code, output } = await runIn(makeFolder({ 'compose.yaml': text }), ['.']);
  const { user, system } = process.cpuUsage(before);
  expect([code, output]).toEqual([1, expect.stringContaining('work_men')]);
  expect((user + system) / 1e6).toBeLessThan(20);
});
