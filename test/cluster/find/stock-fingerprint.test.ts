import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { majorsOfStockFile } from '../../../src/cluster/find/stock-fingerprint.js';

const stock = (folder: string) =>
  readFileSync(new URL(`../../fixtures/stock/${folder}/postgresql.conf`, import.meta.url), 'utf8');

test.each<[string, number]>([
  ['initdb-10', 10],
  ['initdb-18', 18],
  ['debian-15', 15],
])('what %s makes', (folder, major) => expect(majorsOfStockFile(stock(folder))).toEqual([major]));

test('settings that people add do not count', () => {
  expect(majorsOfStockFile(`${stock('initdb-18')}\nwal_keep_segments = 10\n`)).toEqual([18]);
});

test('a file with names that 10 no longer knew', () => {
  const lines = stock('initdb-10').split('\n');
  const old = [...lines, '#sql_inheritance = on', '#checkpoint_segments = 3'].join('\n');
  expect(majorsOfStockFile(old)).toBe('old');
});

test('a few commented lines are no stock file', () => {
  expect(majorsOfStockFile('#port = 5432\n#ssl = off\n')).toBeUndefined();
});
