/** One login out of a region, to show that there is one, and the other way round. */
import type { Portion } from '../budget.js';
import type { Login, LoginAddress, Transport } from '../login.js';
import {
  type AddressSet,
  addressSetOf,
  everyAddress,
  loopbackHost,
  loopbackNetwork,
  subtractAddresses,
} from '../regions/address-set.js';
import type { Comparing } from '../regions/comparing.js';
import type { Condition } from '../regions/condition.js';
import { allBut, intersectNames, type NameSet, namesOf, subtractNames } from '../regions/name-set.js';
import { type Region, replicationName } from '../regions/region.js';
import { exampleAddress } from './address.js';
import type { NameCondition } from './expression-search.js';
import { exampleName } from './name.js';
import type { Preferred } from './preferred.js';

/** In the order in which an example comes: as most clients do. */
const ways: readonly Transport[] = ['plain', 'tls', 'local', 'gss'];

/**
 * Finds a login of a region: one for which everything that can be told of a login is as the region wants it, and nothing rules
 * out what only the server knows (members of roles, names of clients, the server's addresses, files that were not read).
 *
 * @returns undefined where there is none: the region is empty
 * @throws OutOfBudget
 */
export function exampleLogin(
  region: Region,
  preferred: Preferred,
  comparing: Comparing,
  portion: Portion,
): Login | undefined {
  const names = exampleNames(region, preferred, comparing, portion);
  if (!names) return undefined;
  for (const transport of ways) {
    if (!region.transports.includes(transport)) continue;
    const way = exampleWay(transport, region, portion);
    if (way) return { transport, ...names, ...way };
  }
  return undefined;
}

const ofClient: readonly Condition['kind'][] = ['host', 'suffix', 'samehost', 'samenet', 'mask'];

function exampleWay(
  transport: Transport,
  { addresses, conditions }: Region,
  portion: Portion,
): { address: LoginAddress | undefined } | undefined {
  // Nothing that is said of addresses and of clients' names is true of the socket.
  if (transport === 'local') {
    const isAsked = conditions.some(({ kind, holds }) => holds && ofClient.includes(kind));
    return isAsked ? undefined : { address: undefined };
  }
  let set: AddressSet = addresses;
  if (conditions.some(({ kind, holds }) => kind === 'samehost' && !holds)) set = subtractAddresses(set, loopbackHost);
  if (conditions.some(({ kind, holds }) => kind === 'samenet' && !holds)) set = subtractAddresses(set, loopbackNetwork);
  const masks = conditions.flatMap(({ network, holds }) => (network ? [{ network, holds }] : []));
  const address = exampleAddress(set, masks, portion);
  return address && { address };
}

function exampleNames(
  { users, databases, conditions }: Region,
  preferred: Preferred,
  comparing: Comparing,
  portion: Portion,
): Pick<Login, 'user' | 'database' | 'replication'> | undefined {
  const of = (kind: Condition['kind']): NameCondition[] =>
    conditions.flatMap((one) => (one.kind === kind ? [{ pattern: one.pattern!, holds: one.holds }] : []));
  const has = (kind: Condition['kind'], holds: boolean) =>
    conditions.some((one) => one.kind === kind && one.holds === holds);
  // A role is a member of itself, and so of the role of a database that has its name.
  const groups = conditions.filter(({ kind, holds }) => kind === 'member' && !holds).map(({ subject }) => subject);
  const roles = subtractNames(users, namesOf(groups));
  const user = (set: NameSet) => exampleName(set, of('user-expression'), preferred.users, comparing, portion);
  const database = (set: NameSet) =>
    exampleName(set, of('database-expression'), preferred.databases, comparing, portion);
  const ordinary = subtractNames(databases, namesOf([replicationName]));
  if (has('sameuser', true)) {
    const both = intersectNames(ordinary, roles);
    const all = [...of('user-expression'), ...of('database-expression')];
    const name = exampleName(both, all, preferred.users, comparing, portion);
    return name === undefined ? undefined : { user: name, database: name, replication: false };
  }
  const someone = user(roles);
  if (someone === undefined) return undefined;
  const isApart = has('sameuser', false) || has('samerole', false);
  const other = database(isApart ? subtractNames(ordinary, namesOf([someone])) : ordinary);
  if (other !== undefined) return { user: someone, database: other, replication: false };
  if (databases.names.has(replicationName) !== databases.except && canReplicate(conditions)) {
    return { user: someone, database: someone, replication: true };
  }
  // The one database that is left has the name of the user that was tried.
  if (!isApart || database(ordinary) === undefined) return undefined;
  const another = user(intersectNames(roles, allBut(someone)));
  return another === undefined ? undefined : { user: another, database: someone, replication: false };
}

/** Of what names a database, only the negation is true of physical replication. */
function canReplicate(conditions: readonly Condition[]): boolean {
  return !conditions.some(({ kind, holds }) => holds && /^(?:sameuser|samerole|database-expression)$/.test(kind));
}

/** The region of one login. */
export function regionOfLogin({ transport, user, database, replication, address }: Login): Region {
  return {
    transports: [transport],
    addresses: address ? addressSetOf(address) : everyAddress,
    databases: namesOf([replication ? replicationName : database]),
    users: namesOf([user]),
    conditions: [],
  };
}
