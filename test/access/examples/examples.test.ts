/** The searches for one name and one address find something exactly where there is something. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OutOfBudget, unlimited } from '../../../src/access/budget.js';
import { exampleAddress } from '../../../src/access/examples/address.js';
import { searchName } from '../../../src/access/examples/expression-search.js';
import { matchesExpression } from '../../../src/access/names.js';
import type { AddressRange } from '../../../src/access/regions/address-set.js';
import type { NamePattern } from '../../../src/cluster/types.js';
import { hba } from '../../cluster/reading.js';

const spending = { spend: () => true };

function patternOf(expression: string): NamePattern {
  return hba(`host all "/${expression}" all md5\n`, 18).records[0]!.users[0]!;
}

/** All names of up to four letters out of two. */
const names = [1, 2, 3, 4].flatMap((length) =>
  Array.from({ length: 2 ** length }, (_, bits) =>
    Array.from({ length }, (_, at) => ((bits >> at) & 1 ? 'b' : 'a')).join(''),
  ),
);

describe('searchName', () => {
  const letters = fc.constantFrom('a', 'b', '[ab]', '(a|bb)', 'a?', 'b*', '(ab)+');
  const expression = fc
    .tuple(fc.boolean(), fc.array(letters, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([start, middle, end]) => `${start ? '^' : ''}${middle.join('')}${end ? '$' : ''}`);
  const condition = fc.record({ pattern: expression.map(patternOf), holds: fc.boolean() });

  test('agrees with asking about every short name', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), fc.subarray(names), (conditions, excluded) => {
        // Nothing but a and b, so that there may be none.
        const only = { pattern: patternOf('^[ab]{1,4}$'), holds: true };
        const fits = (name: string) =>
          !excluded.includes(name) &&
          conditions.every(({ pattern, holds }) => matchesExpression(pattern, name, 18) === holds);
        const found = searchName([only, ...conditions], new Set(excluded), 18, spending);
        expect(found !== undefined && fits(found)).toBe(names.some(fits));
        expect(found !== undefined).toBe(names.some(fits));
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('finds names in other letters, and none where there is none', () => {
    const found = searchName(
      [{ pattern: patternOf('^[^a-zA-Z0-9_-]{2}$'), holds: true }],
      new Set(),
      18,
      unlimited().portion(1),
    );
    expect(found).toMatch(/^..$/u);
    const never = [
      { pattern: patternOf('^app'), holds: true },
      { pattern: patternOf('^a'), holds: false },
    ];
    expect(searchName(never, new Set(), 18, spending)).toBeUndefined();
  });

  test.each(['^(a)\\1$', '(?=a)b'])('does not decide %s', (text) => {
    expect(() => searchName([{ pattern: patternOf(text), holds: true }], new Set(), 18, spending)).toThrow(OutOfBudget);
  });
});

describe('exampleAddress', () => {
  const number = fc.nat(31).map(BigInt);
  const mask = fc.record({ address: number, low: number, holds: fc.boolean() });
  const range = fc
    .tuple(number, fc.nat(8).map(BigInt))
    .map(([start, size]): AddressRange => [start, start + size + 1n]);

  test('agrees with asking about every address', () => {
    fc.assert(
      fc.property(range, fc.array(mask, { maxLength: 5 }), (only, masks) => {
        const conditions = masks.map(({ address, low, holds }) => ({
          network: { family: 4 as const, mask: low, address: address & low },
          holds,
        }));
        const fits = (value: bigint) =>
          conditions.every(({ network, holds }) => ((value & network.mask) === network.address) === holds);
        const all = Array.from({ length: Number(only[1] - only[0]) }, (_, at) => only[0] + BigInt(at));
        const found = exampleAddress([only], conditions, spending);
        expect(found !== undefined).toBe(all.some(fits));
        if (found) expect(all.includes(found.value) && fits(found.value)).toBe(true);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
