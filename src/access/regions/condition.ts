import type { NamePattern } from '../../cluster/types.js';
import { asciiLowerCase, matchesHostName } from '../addresses.js';
import { OutOfBudget } from '../budget.js';
import { matchesExpression } from '../names.js';
import { singleAddress } from './address-set.js';
import type { Comparing } from './comparing.js';
import { intersectNames, isEmptySet, isSameNames, type NameSet } from './name-set.js';
import { type Region, replicationName } from './region.js';

/** Something that is true or false of a login, but no set of names or addresses. */
export interface Condition {
  kind:
    | 'member'
    | 'user-expression'
    | 'database-expression'
    | 'sameuser'
    | 'samerole'
    | 'host'
    | 'suffix'
    | 'samehost'
    | 'samenet'
    | 'mask'
    | 'unknown';
  /** The role, the expression, the host name, the network, or where unknown names stand. */
  subject: string;
  /** False where the region holds the logins of which it is not true. */
  holds: boolean;
  /** The element, for expressions. */
  pattern?: NamePattern;
  /** For unknown names: the column in which they stand. */
  column?: 'database' | 'user';
  /** For a mask with holes. */
  network?: { family: 4 | 6; address: bigint; mask: bigint };
}

/** A text that conditions of the same meaning share. */
export function conditionKey({ kind, subject, column }: Condition): string {
  return `${kind} ${column ?? ''} ${subject}`;
}

/**
 * Takes out of a region what its conditions rule out, and drops the conditions that then say no more.
 *
 * @returns undefined where conditions contradict each other
 */
export function settleConditions(region: Region, comparing: Comparing): Region | undefined {
  let { databases, users } = region;
  const left = new Map<string, Condition>();
  for (const condition of region.conditions) {
    const { kind, holds, pattern } = condition;
    if (kind === 'user-expression' && !users.except) users = filter(users, pattern!, holds, comparing);
    else if (kind === 'database-expression' && !databases.except)
      databases = filter(databases, pattern!, holds, comparing);
    else {
      const key = conditionKey(condition);
      const same = left.get(key);
      if (same && same.holds !== holds) return undefined;
      left.set(key, condition);
    }
  }
  if (isEmptySet(databases) || isEmptySet(users)) return undefined;
  for (const [key, condition] of left) {
    const settled = condition.network ? settleMask(condition, region) : settleNames(condition, databases, users);
    if (settled === 'never') return undefined;
    if (settled === 'always') left.delete(key);
    else if (settled !== 'open') {
      const narrowed = { ...region, ...settled, conditions: [...left.values()] };
      if (!isSameNames(databases, settled.databases) || !isSameNames(users, settled.users)) {
        return settleConditions(narrowed, comparing);
      }
    }
  }
  const conditions = [...left.values()];
  if (contradictsHosts(conditions) || contradictsNames(conditions)) return undefined;
  const database = onlyName(databases);
  if (database !== undefined && conditions.some(({ kind }) => kind === 'samerole')) {
    // With one database it is known which role's members are meant.
    const ofRole = conditions.map((one) => (one.kind === 'samerole' ? memberOf(database, one.holds) : one));
    return settleConditions({ ...region, databases, users, conditions: ofRole }, comparing);
  }
  return { ...region, databases, users, conditions };
}

function filter({ names }: NameSet, pattern: NamePattern, holds: boolean, { target, budget }: Comparing): NameSet {
  const matches = (name: string): boolean => {
    if (name === replicationName) return false;
    const matched = matchesExpression(pattern, name, target, budget);
    // A set of names cannot be split by what nobody knows.
    if (matched === undefined) throw new OutOfBudget();
    return matched;
  };
  return { except: false, names: new Set([...names].filter((name) => matches(name) === holds)) };
}

type Settled = 'never' | 'always' | 'open' | { databases: NameSet; users: NameSet };

function settleNames({ kind, subject, holds }: Condition, databases: NameSet, users: NameSet): Settled {
  if (kind === 'member') {
    // Every role is a member of itself.
    if (users.except || users.names.size > 1 || !users.names.has(subject)) return 'open';
    return holds ? 'always' : 'never';
  }
  if (kind !== 'sameuser' && kind !== 'samerole') return 'open';
  const both = intersectNames(databases, users);
  const isOne = !databases.except && !users.except && databases.names.size === 1 && users.names.size === 1;
  if (isOne && !isEmptySet(both)) return holds ? 'always' : 'never';
  if (!databases.except && databases.names.size === 1 && databases.names.has(replicationName)) {
    return holds ? 'never' : 'always';
  }
  if (kind === 'samerole') return 'open';
  if (isEmptySet(both)) return holds ? 'never' : 'always';
  return holds ? { databases: both, users: both } : 'open';
}

function memberOf(subject: string, holds: boolean): Condition {
  return { kind: 'member', subject, holds };
}

/** A role is a member of itself. */
function contradictsNames(conditions: readonly Condition[]): boolean {
  const has = (kind: Condition['kind'], holds: boolean) =>
    conditions.some((one) => one.kind === kind && one.holds === holds);
  return has('sameuser', true) && has('samerole', false);
}

function onlyName({ except, names }: NameSet): string | undefined {
  const [name] = names;
  return !except && names.size === 1 ? name : undefined;
}

/** Of a single address one can tell. */
function settleMask({ network, holds }: Condition, { transports, addresses }: Region): Settled {
  if (transports.every((transport) => transport === 'local')) return holds ? 'never' : 'always';
  const only = singleAddress(addresses);
  if (only === undefined) return 'open';
  const { family, address, mask } = network!;
  const isWithin = only.family === family && (only.value & mask) === (address & mask);
  return isWithin === holds ? 'always' : 'never';
}

/** A client has one name at most, and what has an address of the server is in a network of the server. */
function contradictsHosts(conditions: readonly Condition[]): boolean {
  const of = (kind: Condition['kind'], holds: boolean) =>
    conditions
      .filter((condition) => condition.kind === kind && condition.holds === holds)
      .map(({ subject }) => subject);
  const [name, ...others] = new Set(of('host', true).map(asciiLowerCase));
  if (others.length > 0) return true;
  if (name !== undefined) {
    if (of('suffix', false).some((suffix) => matchesHostName(suffix, name))) return true;
    if (of('suffix', true).some((suffix) => !matchesHostName(suffix, name))) return true;
  }
  const ends = of('suffix', true).map(asciiLowerCase);
  if (ends.some((end) => of('suffix', false).some((suffix) => matchesHostName(suffix, end)))) return true;
  // Of two ends of one name the longer one ends in the shorter one.
  if (ends.some((end) => ends.some((other) => !end.endsWith(other) && !other.endsWith(end)))) return true;
  return of('samehost', true).length > 0 && of('samenet', false).length > 0;
}
