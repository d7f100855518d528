/** Logins in words: who, to which databases, from where, how encrypted. */

import { bitsOf, maskOfPrefix } from '../addresses/masks.js';
import { formatAddress } from '../addresses/numeric-address.js';
import type { Transport } from './login.js';
import {
  type AddressSet,
  intersectAddresses,
  type Network,
  networkSet,
  networksIn,
  subtractAddresses,
} from './regions/address-set.js';
import type { Condition } from './regions/condition.js';
import type { NameSet } from './regions/name-set.js';
import { type Region, replicationName } from './regions/region.js';
import { shortList } from './row-text.js';

/** One line of a table about access; `where` holds what files cannot tell. */
export interface AccessColumns {
  users: string;
  databases: string;
  from: string;
  encryption: string;
  where: string;
}

export function describeRegion({ transports, addresses, databases, users, conditions }: Region): AccessColumns {
  const isLocal = transports.length === 1 && transports[0] === 'local';
  const remote = transports.filter((transport) => transport !== 'local');
  const mixed = transports.length > remote.length && !isLocal ? 'the Unix socket, ' : '';
  return {
    users: describeNames(users),
    databases: describeDatabases(databases),
    from: isLocal ? 'the Unix socket' : `${mixed}${describeAddresses(addresses)}`,
    encryption: isLocal ? '' : describeTransports(remote),
    where: describeConditions(conditions),
  };
}

const encryptionNames: Record<Transport, string> = { local: '', plain: 'none', tls: 'TLS', gss: 'GSSAPI' };

/** `any`, or the kinds of encryption with which connections come. */
export function describeTransports(transports: readonly Transport[]): string {
  if (transports.includes('plain') && transports.includes('tls')) {
    return transports.includes('gss') ? 'any' : 'TLS or none';
  }
  return transports.map((transport) => encryptionNames[transport]).join(' or ');
}

function describeNames({ except, names }: NameSet): string {
  const list = shortList([...names].sort());
  if (!except) return list;
  return names.size === 0 ? 'all' : `all but ${list}`;
}

function describeDatabases({ except, names }: NameSet): string {
  const ordinary = { except, names: new Set([...names].filter((name) => name !== replicationName)) };
  const hasReplication = names.has(replicationName) !== except;
  if (!except && ordinary.names.size === 0) return 'replication';
  const text = describeNames(ordinary);
  return hasReplication ? `${text}, replication` : text;
}

/** Networks, or the smallest one around them and what is left out of it, where that is shorter. */
export function describeAddresses(set: AddressSet): string {
  const parts = ([4, 6] as const).flatMap((family) => {
    const own = intersectAddresses(set, wholeFamily(family));
    if (own.length === 0) return [];
    const around = networkAround(own, family);
    const missing = [...networksIn(subtractAddresses(networkSet(around), own))];
    const networks = [...networksIn(own)];
    if (missing.length + 1 >= networks.length) return [shortList(networks.map(networkText))];
    return [`${networkText(networkOf(around))} but ${shortList(missing.map(networkText))}`];
  });
  return parts.join() === `${anyIpv4},${anyIpv6}` ? 'anywhere' : parts.join(', ');
}

const [anyIpv4, anyIpv6] = ['any IPv4 address', 'any IPv6 address'];

function wholeFamily(family: 4 | 6): AddressSet {
  return networkSet({ family, address: 0n, mask: 0n });
}

/** The smallest network with all addresses of a set of one family. */
function networkAround(set: AddressSet, family: 4 | 6): { family: 4 | 6; address: bigint; mask: bigint } {
  const [first] = networksIn(set);
  const last = [...networksIn([set.at(-1)!])].at(-1)!;
  const bits = bitsOf(family);
  const end = last.value | ((1n << BigInt(bits - last.prefix)) - 1n);
  const differing = (first!.value ^ end).toString(2);
  const prefix = differing === '0' ? bits : bits - differing.length;
  const mask = maskOfPrefix(prefix, family);
  return { family, address: first!.value & mask, mask };
}

function networkOf({ family, address, mask }: ReturnType<typeof networkAround>): Network {
  return { family, value: address, prefix: mask.toString(2).replaceAll('0', '').length };
}

function networkText({ family, value, prefix }: Network): string {
  if (prefix === 0) return family === 4 ? anyIpv4! : anyIpv6!;
  const address = formatAddress(value, family);
  return prefix === bitsOf(family) ? address : `${address}/${prefix}`;
}

/** All that must be true of a login; empty for nothing. */
export function describeConditions(conditions: readonly Condition[]): string {
  return shortList(conditions.map(describeCondition));
}

/** What is true of a login, in a few words. */
export function describeCondition({ kind, subject, holds }: Condition): string {
  const not = holds ? '' : 'not ';
  switch (kind) {
    case 'member':
      return `${not}a member of ${subject}`;
    case 'user-expression':
      return `the user ${holds ? 'matches' : 'does not match'} /${subject}`;
    case 'database-expression':
      return `the database ${holds ? 'matches' : 'does not match'} /${subject}`;
    case 'sameuser':
      return `the database ${holds ? 'has' : 'does not have'} the user's name`;
    case 'samerole':
      return `${not}a member of the role of the database's name`;
    case 'host':
      return `the client's name is ${not}${subject}`;
    case 'suffix':
      return `the client's name ${holds ? 'ends' : 'does not end'} in ${subject}`;
    case 'samehost':
      return `${not}from an address of the server`;
    case 'samenet':
      return `${not}from a network of the server`;
    case 'mask':
      return `${not}within ${subject}`;
    default:
      return `${not}in ${subject}, which was not read`;
  }
}
