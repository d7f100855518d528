import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { maskOfPrefix } from '../../src/addresses/masks.js';
import {
  containsNetwork,
  isLoopbackNetwork,
  type Network,
  networksMeet,
  prefixLength,
} from '../../src/addresses/networks.js';
import { parseNumericAddress } from '../../src/addresses/numeric-address.js';
import { isOwnHost } from '../../src/addresses/own-host.js';

function network(text: string): Network {
  const [address, prefix] = text.split('/');
  const { family, value } = parseNumericAddress(address!)!;
  return { family, address: value, mask: maskOfPrefix(Number(prefix), family) };
}

const small = fc
  .record({ address: fc.bigInt({ min: 0n, max: 15n }), mask: fc.bigInt({ min: 0n, max: 15n }) })
  .map(({ address, mask }): Network => ({ family: 4, address, mask: mask | 0xfffffff0n }));

function membersOf({ address, mask }: Network): bigint[] {
  return Array.from({ length: 16 }, (_, value) => BigInt(value)).filter((each) => ((each ^ address) & mask) === 0n);
}

describe('networks', () => {
  test('contain and meet as the sets of their addresses do, masks with holes too', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const [left, right] = [membersOf(a), membersOf(b)];
        expect(containsNetwork(a, b)).toBe(right.every((each) => left.includes(each)));
        expect(networksMeet(a, b)).toBe(right.some((each) => left.includes(each)));
      }),
    );
  });

  test('of two families have nothing in common', () => {
    expect(containsNetwork(network('0.0.0.0/0'), network('::/0'))).toBe(false);
    expect(networksMeet(network('0.0.0.0/0'), network('::/0'))).toBe(false);
  });

  test('have a prefix length where their mask has no holes', () => {
    expect([0, 8, 31, 32].map((prefix) => prefixLength({ family: 4, mask: maskOfPrefix(prefix, 4) }))).toEqual([
      0, 8, 31, 32,
    ]);
    expect(prefixLength({ family: 6, mask: maskOfPrefix(65, 6) })).toBe(65);
    expect(prefixLength({ family: 4, mask: 0xff00ff00n })).toBeUndefined();
  });
});

test.each([
  ['127.0.0.1/32', true],
  ['127.0.0.0/8', true],
  ['126.0.0.0/7', false],
  ['127.0.0.0/7', false],
  ['128.0.0.1/32', false],
  ['::1/128', true],
  ['::1/127', false],
  ['::2/128', false],
])('only the loopback: %s', (text, expected) => {
  expect(isLoopbackNetwork(network(text))).toBe(expected);
});

test.each([
  ['localhost', true],
  ['LocalHost.localdomain', true],
  ['127.1', true],
  ['::1', true],
  ['10.0.0.1', false],
  ['localhost.example.com', false],
  ['', false],
])('the machine itself: %j', (text, expected) => {
  expect(isOwnHost(text)).toBe(expected);
});
