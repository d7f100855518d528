/** How long the texts are that people read: all messages together, as the length of each headline is held by itself. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

function middleOf(lengths: readonly number[]): number {
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]!;
}

test('half of the messages are shorter than 120 characters', () => {
  // The cases are bundled to be collected, which needs a process of its own.
  const script = fileURLToPath(new URL('./message-lengths.ts', import.meta.url));
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
  const lengths: Record<string, number[]> = JSON.parse(printed);
  const all = Object.values(lengths);
  expect(all.length).toBeGreaterThan(400);
  // Each message counts once, whether its rule has one case of it or fifty; and each text of a case counts once.
  expect(middleOf(all.map(middleOf))).toBeLessThan(120);
  expect(middleOf(all.flat())).toBeLessThan(120);
}, 180_000);
