/** Whether one record is an exception to another. For rules. */

import { isSameAddress } from '../../access/record-meaning.js';
import { transportsOf } from '../../access/transports.js';
import { containsNetwork } from '../../addresses/networks.js';
import type { Address, HbaRecord, NamePattern } from '../../cluster/types.js';

/** Whether each column of the inner record lies within that of the outer one: then it is an exception, not a crossing. */
export function isWithin(inner: HbaRecord, outer: HbaRecord): boolean {
  const taken = transportsOf[outer.connectionType!];
  if (!transportsOf[inner.connectionType!].every((transport) => taken.includes(transport))) return false;
  return (
    listWithin(inner.users, outer.users) &&
    listWithin(inner.databases, outer.databases) &&
    containsAddress(outer.address, inner.address)
  );
}

function listWithin(inner: readonly NamePattern[], outer: readonly NamePattern[]): boolean {
  return inner.every((pattern) =>
    outer.some((each) =>
      each.kind === 'all' ? pattern.kind !== 'replication' : each.kind === pattern.kind && each.value === pattern.value,
    ),
  );
}

/**
 * Whether an address surely takes in another one. Host names and the server's own networks, which files do not tell,
 * take in only themselves.
 */
export function containsAddress(outer: Address | undefined, inner: Address | undefined): boolean {
  if (outer === undefined || outer.kind === 'all') return true;
  if (outer.kind === 'network' && inner?.kind === 'network') return containsNetwork(outer, inner);
  return isSameAddress(outer, inner);
}
