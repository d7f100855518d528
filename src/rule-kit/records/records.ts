/** What rules ask of a record of pg_hba.conf. */

import { isLoopbackName, isLoopbackNetwork } from '../../addresses/networks.js';
import type { Address, ConnectionType, HbaRecord } from '../../cluster/types.js';

/**
 * Whether a client on another machine can be let in by a record: it loads, does not reject, is not for the Unix-domain
 * socket, and its address is not only the machine itself (127.0.0.0/8, ::1, samehost, localhost).
 */
export function isRemote(record: HbaRecord): boolean {
  if (!letsIn(record) || record.connectionType === 'local') return false;
  return record.address === undefined || !isOwnMachine(record.address);
}

/**
 * Whether the server takes a record, or may take it where files alone do not tell. What it only remarks on counts as
 * taken: `hostssl` without TLS matches nothing today, and everything on the day that TLS comes on.
 */
export function isTaken({ error }: HbaRecord): boolean {
  return error === undefined || error.severity === 'warning' || error.assumes !== undefined;
}

/** Whether a record is taken and can let anyone in. */
export function letsIn(record: HbaRecord): boolean {
  if (!isTaken(record) || record.method === undefined || record.method === 'reject') return false;
  return record.address === undefined || !isNobody(record.address);
}

/**
 * Whether no client has an address of a network: nothing comes from 0.0.0.0/8 or 255.255.255.255 (RFC 1122, 3.2.1.3), nor
 * from :: (RFC 4291, 2.5.2).
 */
export function isNobody(address: Address): boolean {
  if (address.kind !== 'network') return false;
  const { family, address: value, mask } = address;
  if (family === 6) return value === 0n && mask === (1n << 128n) - 1n;
  // Comparing bigints makes none, and many rules ask this of every record.
  return value < 0x100_0000n ? mask >= 0xff00_0000n : value === mask && mask === 0xffff_ffffn;
}

/** Whether an address means nothing but the machine that the server runs on. */
export function isOwnMachine(address: Address): boolean {
  if (address.kind === 'samehost') return true;
  if (address.kind === 'host') return isLoopbackName(address.name);
  return address.kind === 'network' && isLoopbackNetwork(address);
}

/** Whether an address means every address of a family, or of both. */
export function isEverywhere(address: Address): boolean {
  return address.kind === 'all' || (address.kind === 'network' && address.mask === 0n);
}

const plainTypes: readonly (ConnectionType | undefined)[] = ['host', 'hostnossl', 'hostnogssenc'];

/** Whether a record of this type also matches connections without any encryption. */
export function allowsPlain(record: HbaRecord): boolean {
  return plainTypes.includes(record.connectionType);
}

/** The methods by which the server itself checks a password that it stores. */
export const passwordMethods: readonly string[] = ['scram-sha-256', 'md5', 'password'];

/** The part of a rule that a record belongs to, as audits tell records apart: `local` for the socket, `host` for TCP/IP. */
export function connectionPart({ connectionType }: HbaRecord): 'local' | 'host' {
  return connectionType === 'local' ? 'local' : 'host';
}

/** Whether a record is for physical replication and nothing else. */
export function isForReplication({ databases }: HbaRecord): boolean {
  return databases.length > 0 && databases.every(({ kind }) => kind === 'replication');
}

/** The roles that a record is for, as a message names them. */
export function rolesOf(record: HbaRecord): string {
  if (record.users.some((pattern) => pattern.kind === 'all')) {
    return isForReplication(record) ? 'any role that may replicate' : 'any role, superusers included';
  }
  const names = record.users.map((pattern) => pattern.token.value);
  if (names.length > 3) return `any of ${names.length} roles (${names.slice(0, 2).join(', ')} …)`;
  return names.join(' or ');
}

/** Where the clients of a record come from, as a message names it: `from 10.0.0.0/8`, `from anywhere`. */
export function originOf(record: HbaRecord): string {
  const { address } = record;
  if (address === undefined) return 'on this machine';
  if (address.kind === 'all') return 'from anywhere';
  if (isEverywhere(address)) return `from any IPv${(address as { family: number }).family} address`;
  if (address.kind === 'samehost') return 'on this machine';
  if (address.kind === 'samenet') return 'from the server’s networks';
  return `from ${addressText(address)}`;
}

/** An address as it is written, with its netmask column where it has one. */
export function addressText(address: Address): string {
  const mask = address.kind === 'network' && address.maskToken !== undefined ? ` ${address.maskToken.value}` : '';
  return address.token.value + mask;
}

/** The value that is in force for an option of a record: the last of its name wins. */
export function optionOf(record: HbaRecord, name: string): string | undefined {
  return record.options.findLast((option) => option.name === name)?.value;
}
