import { expect, test } from '@jest/globals';
import { addressKey, isSameAddress } from '../../src/access/record-meaning.js';
import type { Address } from '../../src/cluster/types.js';

const token = { value: '' } as Address['token'];
const network = (family: 4 | 6, address: bigint, mask: bigint, scope?: string): Address =>
  ({ kind: 'network', family, address, mask, token, ...(scope === undefined ? {} : { scope }) }) as Address;

test('addresses are equal where their texts are', () => {
  const all: (Address | undefined)[] = [
    undefined,
    { kind: 'all', token },
    { kind: 'samehost', token },
    { kind: 'host', name: 'DB.example', token },
    { kind: 'host', name: 'db.example', token },
    network(4, 0x0a000001n, 0xff000000n),
    network(4, 0x0a000002n, 0xff000000n),
    network(4, 0x0b000001n, 0xff000000n),
    network(4, 0x0a000001n, 0xffffffffn),
    network(6, 0x0a000001n, 0xff000000n),
    network(6, 0xfe80n, 0xffffn, 'eth0'),
    network(6, 0xfe80n, 0xffffn, ''),
    network(6, 0xfe80n, 0xffffn),
  ];
  for (const a of all) for (const b of all) expect(isSameAddress(a, b)).toBe(addressKey(a) === addressKey(b));
});
