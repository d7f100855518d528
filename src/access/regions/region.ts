/**
 * Regions of logins: products of ways in, addresses, databases and users, with conditions on what cannot be written as
 * a set (members of roles, expressions, host names, the server's interfaces). Each condition is true or false of a login.
 */
import type { Transport } from '../login.js';
import { type AddressSet, everyAddress, intersectAddresses, subtractAddresses } from './address-set.js';
import type { Comparing } from './comparing.js';
import { type Condition, settleConditions } from './condition.js';
import { everyName, intersectNames, isEmptySet, type NameSet, subtractNames } from './name-set.js';

/** In the place of a database: physical replication. No database can have the name. */
export const replicationName = '\0replication';

export interface Region {
  transports: readonly Transport[];
  addresses: AddressSet;
  /** Physical replication counts as a database of its own. */
  databases: NameSet;
  users: NameSet;
  conditions: readonly Condition[];
}

/** Everything that comes in these ways. */
export function everyLogin(transports: readonly Transport[]): Region {
  return { transports, addresses: everyAddress, databases: everyName, users: everyName, conditions: [] };
}

/** How much there is to look at in a region. */
export function sizeOf({ addresses, databases, users, conditions }: Region): number {
  return addresses.length + databases.names.size + users.names.size + 4 * conditions.length;
}

/** Whether a look at their ends shows that two regions have no login in common. */
export function areApart(a: Region, b: Region): boolean {
  const [first, second] = [a.addresses, b.addresses];
  return (
    first.at(-1)![1] <= second[0]![0] ||
    second.at(-1)![1] <= first[0]![0] ||
    areDisjoint(a.users, b.users) ||
    areDisjoint(a.databases, b.databases)
  );
}

function areDisjoint(a: NameSet, b: NameSet): boolean {
  if (a.except || b.except) return false;
  const [small, large] = a.names.size < b.names.size ? [a.names, b.names] : [b.names, a.names];
  for (const name of small) if (large.has(name)) return false;
  return true;
}

/** @returns undefined where no login is in both */
export function intersectRegions(a: Region, b: Region, comparing: Comparing): Region | undefined {
  return settle(
    {
      transports: a.transports.filter((transport) => b.transports.includes(transport)),
      addresses: intersectAddresses(a.addresses, b.addresses),
      databases: intersectNames(a.databases, b.databases),
      users: intersectNames(a.users, b.users),
      conditions: [...a.conditions, ...b.conditions],
    },
    comparing,
  );
}

/** What of one region is not in another, as regions without overlaps. */
export function subtractRegion(a: Region, b: Region, comparing: Comparing): Region[] {
  const rest: Region[] = [];
  const leave = (part: Region) => {
    const settled = settle(part, comparing);
    if (settled) rest.push(settled);
  };
  let common = a;
  leave({ ...common, transports: a.transports.filter((transport) => !b.transports.includes(transport)) });
  common = { ...common, transports: a.transports.filter((transport) => b.transports.includes(transport)) };
  leave({ ...common, addresses: subtractAddresses(a.addresses, b.addresses) });
  common = { ...common, addresses: intersectAddresses(a.addresses, b.addresses) };
  leave({ ...common, databases: subtractNames(a.databases, b.databases) });
  common = { ...common, databases: intersectNames(a.databases, b.databases) };
  leave({ ...common, users: subtractNames(a.users, b.users) });
  common = { ...common, users: intersectNames(a.users, b.users) };
  for (const condition of b.conditions) {
    leave({ ...common, conditions: [...common.conditions, { ...condition, holds: !condition.holds }] });
    common = { ...common, conditions: [...common.conditions, condition] };
  }
  return rest;
}

/** Works out what conditions say of the sets; undefined where nothing is left. */
function settle(region: Region, comparing: Comparing): Region | undefined {
  if (isEmpty(region)) return undefined;
  if (region.conditions.length === 0) return region;
  const settled = settleConditions(region, comparing);
  return settled === undefined || isEmpty(settled) ? undefined : settled;
}

function isEmpty({ transports, addresses, databases, users }: Region): boolean {
  return transports.length === 0 || addresses.length === 0 || isEmptySet(databases) || isEmptySet(users);
}
