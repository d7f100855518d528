/** Majors of one dialect make the same tree of every text, and those of two related ones of most texts. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isMajor, type Major, majors } from '../../src/catalog/majors.js';
import { parseAuth } from '../../src/syntax/auth.js';
import { dialectOf, isTreeOfAll, kinOf } from '../../src/syntax/dialects.js';

const pieces = ['host', 'all', 'include', '"include_dir"', 'x'.repeat(3500), 'é'.repeat(6000), '"a b"', '"', ',', '@f'];
const gaps = [' ', '\t', '\n', '\\\n', '\r\n', '\0', '#', ' \v', '\f', '\n', ' '];
const texts = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...gaps)), { maxLength: 12 })
  .map((words) => words.flat().join(''));

/** What a tree says, its target aside. */
function treeOf(text: string, target: Major): string {
  const { target: _, ...tree } = parseAuth(text, 'hba', target);
  return JSON.stringify(tree);
}

test('majors of one dialect make the same tree', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const major of majors) expect(treeOf(text, major)).toBe(treeOf(text, dialectOf(major)));
    }),
    { numRuns: 30 },
  );
});

test('a tree that is said to be of all related dialects is', () => {
  let [all, one] = [0, 0];
  fc.assert(
    fc.property(texts, (text) => {
      for (const dialect of [14, 16, 19] as const) {
        if (!isTreeOfAll(parseAuth(text, 'hba', dialect))) one++;
        else {
          all++;
          for (const kin of kinOf(dialect)) expect(treeOf(text, kin)).toBe(treeOf(text, dialect));
        }
      }
    }),
    { numRuns: Number(process.env['PGCONFLINT_RANDOM_RUNS'] ?? 60) },
  );
  expect(all).toBeGreaterThan(5);
  expect(one).toBeGreaterThan(5);
});

describe('what is of one dialect only', () => {
  test.each(['include x\n', '"include" x\n', `host ${'x'.repeat(10_240)} all\n`, 'a\rb\n'])('%#', (text) => {
    for (const dialect of [14, 16, 19] as const) expect(isTreeOfAll(parseAuth(text, 'hba', dialect))).toBe(false);
  });

  test('none that is not a major is a dialect', () => {
    expect(majors.map(dialectOf).every(isMajor)).toBe(true);
  });
});
