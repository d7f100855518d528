/** Whether one record is an exception to another. For rules. */

import { addressKey } from '../../access/record-meaning.js';
import { transportsOf } from '../../access/transports.js';
import type { Address, HbaRecord, NamePattern } from '../../cluster/types.js';

/** Whether each column of the inner record lies within that of the outer one: then it is an exception, not a crossing. */
export function isWithin(inner: HbaRecord, outer: HbaRecord): boolean {
  const taken = transportsOf[outer.connectionType!];
  if (!transportsOf[inner.connectionType!].every((transport) => taken.includes(transport))) return false;
  return (
    listWithin(inner.users, outer.users) &&
    listWithin(inner.databases, outer.databases) &&
    addressWithin(inner.address, outer.address)
  );
}

function listWithin(inner: readonly NamePattern[], outer: readonly NamePattern[]): boolean {
  return inner.every((pattern) =>
    outer.some((each) =>
      each.kind === 'all' ? pattern.kind !== 'replication' : each.kind === pattern.kind && each.value === pattern.value,
    ),
  );
}

function addressWithin(inner: Address | undefined, outer: Address | undefined): boolean {
  if (outer === undefined || outer.kind === 'all') return true;
  if (inner === undefined) return false;
  if (inner.kind !== 'network' || outer.kind !== 'network') return addressKey(inner) === addressKey(outer);
  return (
    inner.family === outer.family &&
    (outer.mask & ~inner.mask) === 0n &&
    ((inner.address ^ outer.address) & outer.mask) === 0n
  );
}
