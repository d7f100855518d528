/** When two records say the same. For rules about duplicates, overlaps and missing counterparts. */
import type { Address, HbaRecord, NamePattern } from '../cluster/types.js';

/**
 * What a record matches, as a text that two records share only where they match the same connections: netmask or
 * prefix length, host bits, order and repetition in lists do not count.
 */
export function matchKey(record: HbaRecord): string {
  const { connectionType, databases, users, address } = record;
  return [connectionType, listKey(databases), listKey(users), addressKey(address)].join(' | ');
}

/** What a record does with the connections that it matches: method and options, their order aside. */
export function methodKey({ method, options }: HbaRecord): string {
  if (options.length === 0) return method ?? '';
  const last = new Map(options.map(({ name, value }) => [name, value]));
  return [method, ...[...last].map(([name, value]) => JSON.stringify([name, value])).sort()].join(' ');
}

/** A column's names as a text that does not depend on their order. */
export function listKey(patterns: readonly NamePattern[]): string {
  if (patterns.some(({ kind }) => kind === 'all') && patterns.every(({ kind }) => kind !== 'replication')) return 'all';
  return [...new Set(patterns.map(patternKey))].sort().join(',');
}

/** An element of a column; one of a file that was not read is like no other. */
function patternKey({ kind, value, token }: NamePattern): string {
  return JSON.stringify(kind === 'unknown' ? [kind, token.file.path, token.start] : [kind, value]);
}

/** Whether addresses are equal however they are written: what their texts say, without making those of networks. */
export function isSameAddress(a: Address | undefined, b: Address | undefined): boolean {
  if (a?.kind !== 'network' || b?.kind !== 'network') return addressKey(a) === addressKey(b);
  if (a.family !== b.family || a.mask !== b.mask || (a.scope ?? '') !== (b.scope ?? '')) return false;
  return a.address === b.address || (a.address & a.mask) === (b.address & b.mask);
}

/** An address as a text that does not depend on how it is written. */
export function addressKey(address: Address | undefined): string {
  if (address === undefined) return '';
  if (address.kind === 'host' || address.kind === 'suffix') return `${address.kind} ${address.name.toLowerCase()}`;
  if (address.kind !== 'network') return address.kind;
  const { family, mask, scope } = address;
  return `${family} ${address.address & mask} ${mask} ${scope ?? ''}`;
}
