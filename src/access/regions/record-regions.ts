import type { Address, HbaRecord, NamePattern } from '../../cluster/types.js';
import { asciiLowerCase } from '../addresses.js';
import { isContiguous } from '../coverage/address-line.js';
import type { Transport } from '../login.js';
import { canBeName } from '../names.js';
import { transportsOf } from '../transports.js';
import { type AddressSet, everyAddress, loopbackHost, loopbackNetwork, networkSet } from './address-set.js';
import type { Condition } from './condition.js';
import { allBut, everyName, type NameSet, namesOf } from './name-set.js';
import { type Region, replicationName } from './region.js';

/** A part of a column: a set, and at most one condition. */
interface Part<T> {
  set: T;
  condition?: Condition;
}

/**
 * The logins that a record matches, as regions which may overlap.
 *
 * @param record one that the server loads
 * @param available the ways in which connections can come
 */
export function regionsOf(record: HbaRecord, available: readonly Transport[]): Region[] {
  const transports = transportsOf[record.connectionType!].filter((transport) => available.includes(transport));
  if (transports.length === 0) return [];
  const databases = columnParts(record.databases, databasePart);
  const users = columnParts(record.users, userPart);
  return addressParts(record.address).flatMap((address) =>
    databases.flatMap((database) =>
      users.map((user) => ({
        transports,
        addresses: address.set,
        databases: database.set,
        users: user.set,
        conditions: [address, database, user].flatMap(({ condition }) => condition ?? []),
      })),
    ),
  );
}

/** All names of a column together, every other element by itself. */
function columnParts(
  patterns: readonly NamePattern[],
  partOf: (pattern: NamePattern) => Part<NameSet>,
): Part<NameSet>[] {
  const names = patterns
    .filter((pattern) => pattern.kind === 'name' && isNameOfSome(pattern))
    .map(({ value }) => value);
  const others = patterns
    .filter((pattern) => pattern.kind !== 'name' && (pattern.kind !== 'members' || isNameOfSome(pattern)))
    .map(partOf);
  return names.length > 0 ? [{ set: namesOf(names) }, ...others] : others;
}

/** Whether somebody or something can have the name of an element: a file that is not UTF-8 has a byte a character. */
function isNameOfSome({ value, token }: NamePattern): boolean {
  return token.file.encoding === 'latin1' ? canBeName(value.replace(/[^\0-\x7f]/g, 'x')) : canBeName(value);
}

const ordinary = allBut(replicationName);

function databasePart(pattern: NamePattern): Part<NameSet> {
  const { kind, value } = pattern;
  switch (kind) {
    case 'replication':
      return { set: namesOf([replicationName]) };
    case 'sameuser':
    case 'samerole':
      return { set: ordinary, condition: { kind, subject: '', holds: true } };
    case 'regex':
      return { set: ordinary, condition: { kind: 'database-expression', subject: value, holds: true, pattern } };
    case 'unknown':
      return { set: everyName, condition: { kind: 'unknown', subject: value, holds: true, column: 'database' } };
    default:
      return { set: ordinary };
  }
}

function userPart(pattern: NamePattern): Part<NameSet> {
  const { kind, value } = pattern;
  switch (kind) {
    case 'members':
      return { set: everyName, condition: { kind: 'member', subject: value, holds: true } };
    case 'regex':
      return { set: everyName, condition: { kind: 'user-expression', subject: value, holds: true, pattern } };
    case 'unknown':
      return { set: everyName, condition: { kind: 'unknown', subject: value, holds: true, column: 'user' } };
    default:
      return { set: everyName };
  }
}

function addressParts(address: Address | undefined): Part<AddressSet>[] {
  if (!address || address.kind === 'all') return [{ set: everyAddress }];
  if (address.kind === 'network') {
    const set = networkSet(address);
    if (isContiguous(address)) return [{ set }];
    const { family, mask } = address;
    const network = { family, mask, address: address.address & mask };
    return [{ set, condition: { kind: 'mask', subject: maskText(address), holds: true, network } }];
  }
  if (address.kind !== 'host' && address.kind !== 'suffix') {
    const own = address.kind === 'samehost' ? loopbackHost : loopbackNetwork;
    return [{ set: own }, { set: everyAddress, condition: { kind: address.kind, subject: '', holds: true } }];
  }
  return [{ set: everyAddress, condition: { kind: address.kind, subject: asciiLowerCase(address.name), holds: true } }];
}

function maskText({ token, maskToken }: Extract<Address, { kind: 'network' }>): string {
  return maskToken ? `${token.value} ${maskToken.value}` : token.value;
}
