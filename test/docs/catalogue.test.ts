/** docs/history/catalogue.md, and the controls that audits must know. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { benchmarks } from '../../src/catalog/benchmarks/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rows = readFileSync(`${root}docs/history/catalogue.md`, 'utf8')
  .split('\n')
  .flatMap((line) => {
    const cells = /^\| ([a-z][a-z0-9-]+) +\| (.+?) +\|$/.exec(line);
    return cells === null ? [] : [{ candidate: cells[1]!, answer: cells[2]! }];
  });

describe('the catalogue of candidates', () => {
  test('has every candidate once', () => {
    expect(rows).toHaveLength(191);
    expect(new Set(rows.map(({ candidate }) => candidate)).size).toBe(191);
  });

  test('names rules that exist, or says why there is none', () => {
    const wrong = rows.filter(({ answer }) => {
      const named = [...answer.matchAll(/`((?:hba|conf|ident|hosts|cluster|suppressions)\/[\w-]+)`/g)];
      if (named.length === 0) return answer.length < 20;
      return named.some(([, id]) => !existsSync(`${root}rules/${id}.ts`));
    });
    expect(wrong).toEqual([]);
  });
});

/** The controls of CIS 13 to 18 and of the STIG that concern configuration, by number. */
const upTo = (section: string, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `${section}.${first + index}`);
const common = [
  ...upTo('3.1', 2, 26),
  '3.2',
  '4.8',
  ...upTo('5', 2, 6),
  ...upTo('6', 2, 8),
  '7.1',
  '7.2',
  '7.4',
  '7.5',
];
const cis18 = [...common, '6.9', '6.10', '8.1', '8.3'];
const stig =
  '000100 000200 000400 000700 000900 001000 001100 001200 001300 001400 001500 002000 002100 002200 002400 003500 003800 003900 004000 004100 004200 004700 004900 006000 006100 007000 007500 007600 008000 008300 008400 008800 008900 009400 009600 009700 010000 010200 010400 010500 010600 011000 011100 011200 011400 011500 011800 012000 012400'
    .split(' ')
    .map((number) => `CD16-00-${number}`);

describe('the controls that concern configuration', () => {
  const idsOf = (name: string) => benchmarks.find((one) => one.name === name)!.controls.map(({ id }) => id);

  test.each(['cis-13', 'cis-14', 'cis-15', 'cis-16', 'cis-17'])('%s has them all', (name) => {
    expect(idsOf(name)).toEqual(expect.arrayContaining([...common, '8.1', '8.3']));
  });

  test('cis-18 has them all', () => expect(idsOf('cis-18')).toEqual(expect.arrayContaining(cis18)));

  test('stig-crunchy-16 has them all', () => expect(idsOf('stig-crunchy-16')).toEqual(expect.arrayContaining(stig)));
});
