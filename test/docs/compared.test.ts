import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const rows = readFileSync(new URL('docs/history/compared.md', root), 'utf8')
  .split('\n')
  .filter((line) => /^\| [a-zA-Z]/.test(line))
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** What is not there, or cannot be tested here, says so in its own column. */
const unproven = ['container', 'playground'];

test.each(rows)('docs/history/compared.md:%s %s is proven by tests that exist', (_, feature, ...cells) => {
  const named = [...cells[2]!.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
  expect(named.filter((path) => !path.startsWith('test/') || !existsSync(new URL(path, root)))).toEqual([]);
  expect(named.length === 0).toBe(unproven.includes(feature!));
});
