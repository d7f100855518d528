/** Records that say the same of addresses that people mean as one. For who tells of several records at once. */
import type { Address, HbaRecord } from '../cluster/types.js';
import { addressKey, methodKey } from './record-meaning.js';

/**
 * Which clients a record is for and what it asks of them, as a text that records share whose addresses differ only in the
 * family (127.0.0.1, ::1 and localhost; 0.0.0.0/0 and ::/0) or are the private networks of RFC 1918.
 */
export function clientsKey(record: HbaRecord): string {
  const { connectionType, address } = record;
  return [connectionType, addressClass(address), methodKey(record)].join(' | ');
}

/** The class of an address that has twins, else the address itself. */
function addressClass(address: Address | undefined): string {
  const key = addressKey(address);
  return classes.get(key) ?? key;
}

const privateNetworks = [
  [0x0a000000n, 8n],
  [0xac100000n, 12n],
  [0xc0a80000n, 16n],
] as const;
const allOf4 = (1n << 32n) - 1n;
const allOf6 = (1n << 128n) - 1n;

/** By the keys that `addressKey` gives. */
const classes = new Map<string, string>([
  ...privateNetworks.map(([network, length]): [string, string] => [
    `4 ${network} ${allOf4 ^ ((1n << (32n - length)) - 1n)} `,
    'private',
  ]),
  [`4 ${0x7f000001n} ${allOf4} `, 'loopback'],
  [`4 ${0x7f000000n} ${0xff000000n} `, 'loopback'],
  [`6 1 ${allOf6} `, 'loopback'],
  ['host localhost', 'loopback'],
  ['4 0 0 ', 'everywhere'],
  ['6 0 0 ', 'everywhere'],
  ['all', 'everywhere'],
]);
