/** What two addresses of records have in common. */
import type { Address } from '../../cluster/types.js';
import { containsAddress, hasLoopback } from '../coverage/containment.js';

/** A set of addresses: what each of these holds. */
export interface CommonAddresses {
  all: readonly (Address | undefined)[];
  /** Whether there surely is an address in it; files do not tell of host names and interfaces. */
  isSure: boolean;
}

/**
 * Finds what addresses have in common.
 *
 * @returns sets that may overlap; none where nothing is common
 */
export function commonAddresses(a: Address | undefined, b: Address | undefined): CommonAddresses[] {
  if (containsAddress(a, b)) return [{ all: [b], isSure: true }];
  if (containsAddress(b, a)) return [{ all: [a], isSure: true }];
  // The one contains the other where either is missing.
  const [one, other] = [a!, b!];
  if (one.kind === 'network' && other.kind === 'network') {
    const isApart = one.family !== other.family || ((one.address ^ other.address) & one.mask & other.mask) !== 0n;
    if (isApart) return [];
    const address = (one.address & one.mask) | (other.address & other.mask);
    return [{ all: [{ ...one, address, mask: one.mask | other.mask }], isSure: true }];
  }
  // A client has one name.
  if ('name' in one && 'name' in other) return [];
  const both: CommonAddresses = { all: [one, other], isSure: false };
  const [keyword, network] = other.kind === 'network' ? [one, other] : [other, one];
  if (network.kind !== 'network' || !hasLoopback(keyword, network)) return [both];
  return [{ all: [loopbackIn(network, keyword.kind === 'samenet')], isSure: true }, both];
}

/** The addresses that every machine has for itself, in a network around them or among them. */
function loopbackIn(network: Extract<Address, { kind: 'network' }>, isNetwork: boolean): Address {
  if (network.family === 6) return { ...network, address: 1n, mask: (1n << 128n) - 1n };
  if (!isNetwork) return { ...network, address: 0x7f000001n, mask: 0xffffffffn };
  const address = (network.address & network.mask) | (0x7f000000n & ~network.mask);
  return { ...network, address, mask: network.mask | 0xff000000n };
}
