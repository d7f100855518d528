import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskOfPrefix } from '../../src/addresses/masks.js';
import { formatAddress, parseNumericAddress, parsePrefixLength } from '../../src/addresses/numeric-address.js';

/** Texts, and how getnameinfo prints what getaddrinfo reads with AI_NUMERICHOST; recorded from glibc 2.36. */
const recorded: [string, string | null][] = JSON.parse(readFileSync('test/fixtures/numeric-addresses.json', 'utf8'));

function print(text: string): string | null {
  const address = parseNumericAddress(text);
  return address === undefined ? null : formatAddress(address.value, address.family);
}

test('reads and prints addresses as the C library does', () => {
  expect(recorded.length).toBeGreaterThan(200);
  expect(recorded.map(([text]) => [text, print(text)])).toEqual(recorded);
});

test('keeps the scope of a link-local address', () => {
  expect(parseNumericAddress('fe80::1%eth0')).toMatchObject({ family: 6, scope: 'eth0' });
  expect(parseNumericAddress('fe80::1%7')).toMatchObject({ scope: '7' });
  expect(parseNumericAddress('2001:db8::1%eth0')).toBeUndefined();
});

test('reads again what it prints', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }), (v6, v4) => {
      expect(parseNumericAddress(formatAddress(v6, 6))?.value).toBe(v6);
      expect(parseNumericAddress(formatAddress(v4, 4))?.value).toBe(v4);
    }),
    { seed: 1 },
  );
});

describe('prefix lengths', () => {
  // The verdicts of servers 10 to 18 (cases hba-addr-*).
  test.each([
    ['8', 4, 8],
    ['08', 4, 8],
    ['+8', 4, 8],
    [' 8', 4, 8],
    ['-0', 4, 0],
    ['32', 4, 32],
    ['33', 4, undefined],
    ['128', 6, 128],
    ['129', 6, undefined],
    ['-1', 4, undefined],
    ['', 4, undefined],
    ['8x', 4, undefined],
    ['0x8', 4, undefined],
    ['8 ', 4, undefined],
    ['32/5', 4, undefined],
    ['255.255.255.0', 4, undefined],
    ['99999999999999999999', 4, undefined],
  ] as const)('%j of IPv%i', (text, family, expected) => {
    expect(parsePrefixLength(text, family)).toBe(expected);
  });

  test('make masks', () => {
    expect(formatAddress(maskOfPrefix(0, 4), 4)).toBe('0.0.0.0');
    expect(formatAddress(maskOfPrefix(17, 4), 4)).toBe('255.255.128.0');
    expect(formatAddress(maskOfPrefix(49, 6), 6)).toBe('ffff:ffff:ffff:8000::');
    expect(formatAddress(maskOfPrefix(128, 6), 6)).toBe('ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff');
  });
});
