/** Whether two records surely match a connection in common, and whether one lies within the other. For rules. */
import { addressesMeet } from '../../access/coverage/containment.js';
import { transportsOf } from '../../access/transports.js';
import type { Address, HbaRecord, NamePattern } from '../../cluster/types.js';
import { addressKey } from './record-meaning.js';

/** Whether some connection surely matches both. What files do not tell (members, host names) meets only itself and all. */
export function overlap(a: HbaRecord, b: HbaRecord): boolean {
  if (a.connectionType === undefined || b.connectionType === undefined) return false;
  const taken = transportsOf[b.connectionType];
  if (!transportsOf[a.connectionType].some((transport) => taken.includes(transport))) return false;
  if (!listsMeet(a.users, b.users) || !listsMeet(a.databases, b.databases)) return false;
  return addressesMeet(a.address, b.address);
}

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

function listsMeet(a: readonly NamePattern[], b: readonly NamePattern[]): boolean {
  return a.some((left) => b.some((right) => meets(left, right)));
}

function meets(a: NamePattern, b: NamePattern): boolean {
  if (a.kind === 'replication' || b.kind === 'replication') return a.kind === b.kind;
  if (a.kind === 'unknown' || b.kind === 'unknown') return false;
  if (a.kind === 'all' || b.kind === 'all') return true;
  return a.kind === b.kind && a.value === b.value;
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
