/** Whether one record alone takes every login that another one matches. */
import type { Address } from '../../cluster/types.js';
import { matchesHostName } from '../addresses.js';
import type { Transport } from '../login.js';
import { transportsOf } from '../transports.js';
import { mostPairs } from './cells.js';
import type { Decoded } from './decode.js';
import type { Pairs } from './elements.js';

/** Whether all addresses of the inner one surely belong to the outer one. */
export function containsAddress(outer: Address | undefined, inner: Address | undefined): boolean {
  if (!outer || !inner || outer.kind === 'all') return true;
  if (outer.kind === 'network') {
    return (
      inner.kind === 'network' &&
      outer.family === inner.family &&
      (outer.mask & ~inner.mask) === 0n &&
      ((outer.address ^ inner.address) & outer.mask) === 0n
    );
  }
  if (outer.kind === 'samehost' || outer.kind === 'samenet') {
    return (
      inner.kind === outer.kind || (outer.kind === 'samenet' && inner.kind === 'samehost') || isLoopback(outer, inner)
    );
  }
  if (inner.kind !== 'host' && inner.kind !== 'suffix') return false;
  if (inner.kind === 'suffix' && outer.kind === 'host') return false;
  return 'name' in outer && matchesHostName(outer.name, inner.name);
}

/** Whether two addresses surely have one in common. */
export function addressesMeet(a: Address | undefined, b: Address | undefined): boolean {
  if (a?.kind === 'network' && b?.kind === 'network') {
    return a.family === b.family && ((a.address ^ b.address) & a.mask & b.mask) === 0n;
  }
  if (containsAddress(a, b) || containsAddress(b, a)) return true;
  return hasLoopback(a, b) || hasLoopback(b, a);
}

/** Whether a keyword and a network share an address of the loopback. */
export function hasLoopback(keyword: Address | undefined, network: Address | undefined): boolean {
  if (!keyword || (keyword.kind !== 'samehost' && keyword.kind !== 'samenet')) return false;
  if (network?.kind === 'samehost' || network?.kind === 'samenet') return true;
  if (network?.kind !== 'network') return false;
  const own = network.family === 6 ? 1n : 0x7f000001n;
  const differing = (network.address ^ own) & network.mask;
  return differing === 0n || (keyword.kind === 'samenet' && network.family === 4 && (differing & 0xff000000n) === 0n);
}

/** Whether the inner one holds only addresses that any machine has for itself. */
function isLoopback(outer: Address, inner: Address): boolean {
  if (inner.kind !== 'network') return false;
  const full = inner.family === 4 ? 0xffffffffn : (1n << 128n) - 1n;
  if (inner.family === 6) return inner.mask === full && inner.address === 1n;
  if (outer.kind === 'samehost') return inner.mask === full && inner.address === 0x7f000001n;
  return inner.mask >> 24n === 0xffn && inner.address >> 24n === 127n;
}

/**
 * Tells whether a record surely takes every login that another one matches.
 *
 * @param available the transports on which connections can come
 */
export function containsRecord(outer: Decoded, inner: Decoded, pairs: Pairs, available: readonly Transport[]): boolean {
  const taken = transportsOf[outer.record.connectionType!];
  for (const transport of transportsOf[inner.record.connectionType!]) {
    if (available.includes(transport) && !taken.includes(transport)) return false;
  }
  if (!containsAddress(outer.record.address, inner.record.address)) return false;
  if (inner.databases.length * inner.users.length > mostPairs) return pairs.columnsContain(outer, inner);
  const databases = new Set(outer.databases.map(({ id }) => id));
  const users = new Set(outer.users.map(({ id }) => id));
  for (const pair of pairs.of(inner.databases, inner.users)) {
    if (!pairs.databasesAround(pair).some((id) => databases.has(id))) return false;
    if (!pairs.usersAround(pair).some((id) => users.has(id))) return false;
  }
  return true;
}
