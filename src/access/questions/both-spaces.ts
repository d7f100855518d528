import type { Space } from '../policies/policy.js';
import { intersectAddresses } from '../regions/address-set.js';
import { intersectNames, type NameSet } from '../regions/name-set.js';

/** The logins that are in both of two spaces, which speak neither of members nor of certificates. */
export function bothSpaces(a: Space, b: Space): Space {
  const space: Space = {};
  const roles = bothNames(a.roles, b.roles);
  const databases = bothNames(a.databases, b.databases);
  const methods = bothNames(a.methods, b.methods);
  const replication = a.replication ?? b.replication;
  const transports =
    a.transports && b.transports ? a.transports.filter((one) => b.transports!.includes(one)) : undefined;
  const from = bothPlaces(a.from, b.from);
  if (roles) space.roles = roles;
  if (databases) space.databases = databases;
  if (methods) space.methods = methods;
  if (replication !== undefined) space.replication = replication;
  const ways = transports ?? a.transports ?? b.transports;
  if (ways) space.transports = ways;
  if (from) space.from = from;
  return space;
}

function bothNames(a: NameSet | undefined, b: NameSet | undefined): NameSet | undefined {
  return a && b ? intersectNames(a, b) : (a ?? b);
}

function bothPlaces(a: Space['from'], b: Space['from']): Space['from'] {
  if (!a || !b) return a ?? b;
  return { addresses: intersectAddresses(a.addresses, b.addresses), isLocal: a.isLocal && b.isLocal };
}
