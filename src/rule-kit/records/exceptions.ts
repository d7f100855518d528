/** Whether one record is an exception to another. For rules. */

import { transportsOf } from '../../access/transports.js';
import type { HbaRecord, NamePattern } from '../../cluster/types.js';
import { containsAddress } from './records.js';

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
