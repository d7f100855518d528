/**
 * What logins need in order to get in as today: of each way in, role and database the addresses, and the record whose method and
 * options they meet. Addresses are grouped as far as somebody asks, and never beyond what today's records do with each of them.
 */
import type { Major } from '../../catalog/majors.js';
import type { HbaRecord } from '../../cluster/types.js';
import { type Budget, OutOfBudget, type Portion } from '../budget.js';
import { isContiguous } from '../coverage/address-line.js';
import { regionOfLogin } from '../examples/login.js';
import type { Login, LoginAddress, Transport } from '../login.js';
import { KnownFacts } from '../policies/known.js';
import type { Known } from '../policies/policy.js';
import { letsIn } from '../policies/spaces.js';
import { methodKey } from '../record-meaning.js';
import {
  type AddressSet,
  addressSetOf,
  everyAddress,
  networkSet,
  rangesOf,
  singleAddress,
  subtractAddresses,
  uniteAddresses,
} from '../regions/address-set.js';
import { type Condition, conditionKey } from '../regions/condition.js';
import { namesOf } from '../regions/name-set.js';
import { regionsOf } from '../regions/record-regions.js';
import { everyLogin, type Region, replicationName } from '../regions/region.js';
import { isLoaded, Walk } from '../regions/walk.js';

/** How far the addresses of logins are taken together: in networks of these lengths, or in those of today's records. */
export type Grouping = { v4: number; v6: number } | 'records';

/** A login that is known to have happened. */
export interface PastLogin {
  login: Login;
  isLetIn: boolean;
  /** Whether this record decided it, as far as that is known otherwise. */
  isDecidedBy(record: HbaRecord): boolean;
}

/** Today's records, and what is known of their server. */
export interface Today {
  /** In the server's order; broken ones count as absent. */
  records: readonly HbaRecord[];
  /** The ways in which connections can come. */
  transports: readonly Transport[];
  target: Major;
  known: Known;
  budget: Budget;
}

/** Some logins of one role to one database in one way, and what lets them in. */
export interface Need {
  transport: Transport;
  user: string;
  /** `replicationName` for physical replication. */
  database: string;
  /** Every address for the Unix socket. */
  addresses: AddressSet;
  /** Those of them from which logins came. */
  own: AddressSet;
  /** The first record of those with this method and these options. */
  record: HbaRecord;
}

/**
 * Why a login does not count: today's records reject it, they do not tell, or finding out takes too much work.
 */
export type NotNeeded = 'rejected' | 'depends' | 'too much';

export interface Needs {
  needs: Need[];
  /** The logins that got in and are no part of the needs. */
  left: Map<PastLogin, NotNeeded>;
  /** Today's record that decides each of the others. */
  decided: Map<PastLogin, HbaRecord>;
  /** What the logins tell of who is a member of what, by role and database. */
  facts: Facts;
}

/** The logins of one role to one database in one way. */
interface Cell extends Pick<Need, 'transport' | 'user' | 'database'> {
  /** The addresses from which logins came, each with its method and options. */
  own: Map<bigint, string>;
  /** The networks around them. */
  around: Map<string, AddressSet[]>;
  rejected: bigint[];
}

/** What is true of a role and a database, since a login tells it. */
export class Facts {
  readonly #facts = new Map<string, Map<string, boolean>>();

  /** Adds conditions; false where they contradict what is known: members changed between two logins. */
  add(user: string, database: string, conditions: readonly Condition[]): boolean {
    const ofNames = conditions.filter(({ kind }) => kind === 'member');
    const key = JSON.stringify([user, database]);
    const known = this.#facts.get(key) ?? new Map<string, boolean>();
    if (ofNames.some((one) => known.get(conditionKey(one)) === !one.holds)) return false;
    for (const one of ofNames) known.set(conditionKey(one), one.holds);
    if (known.size > 0) this.#facts.set(key, known);
    return true;
  }

  /** Whether a condition is true; undefined where nothing tells. */
  tells(user: string, database: string, condition: Condition): boolean | undefined {
    const told = this.#facts.get(JSON.stringify([user, database]))?.get(conditionKey(condition));
    return told === undefined ? undefined : told === condition.holds;
  }
}

/**
 * Works out what past logins need in order to get in as today's records let them in.
 *
 * @param logins those that got in, and those that were rejected, whose addresses are left out of networks
 */
export function needsOf(logins: readonly PastLogin[], today: Today, grouping: Grouping): Needs {
  return new Gathering(today, grouping).gather(logins);
}

/** The walk through records with what is known put in the place of conditions. */
export function walkThrough(records: readonly HbaRecord[], { transports, target, known, budget }: Today): Walk {
  const facts = new KnownFacts(known);
  const regions = records.map((record) =>
    isLoaded(record) ? regionsOf(record, transports).flatMap((region) => facts.resolve(region)) : [],
  );
  return new Walk(regions, everyLogin(transports), { target, budget });
}

class Gathering {
  readonly #today: Today;
  readonly #grouping: Grouping;
  readonly #walk: Walk;
  readonly #portion: Portion;
  readonly #facts = new Facts();
  readonly #cells = new Map<string, Cell>();
  /** The first record of each method with its options. */
  readonly #firsts = new Map<string, HbaRecord>();
  readonly #around = new Map<string, AddressSet>();

  constructor(today: Today, grouping: Grouping) {
    this.#today = today;
    this.#grouping = grouping;
    this.#walk = walkThrough(today.records, today);
    this.#portion = today.budget.portion(1);
    for (const record of today.records) {
      const key = methodKey(record);
      if (isLoaded(record) && !this.#firsts.has(key)) this.#firsts.set(key, record);
    }
  }

  gather(logins: readonly PastLogin[]): Needs {
    const left = new Map<PastLogin, NotNeeded>();
    const counted = new Map<PastLogin, HbaRecord>();
    for (const past of logins) {
      const decided = past.isLetIn ? this.#attempt(() => this.#decide(past)) : 'rejected';
      if (typeof decided === 'object') counted.set(past, decided);
      else if (past.isLetIn) left.set(past, decided);
      else this.#cellOf(past.login).rejected.push(placeOf(past.login));
    }
    // Networks come after all logins told what they tell of members.
    for (const [past, record] of counted) {
      const failed = this.#attempt(() => this.#add(past.login, record));
      if (failed === undefined) continue;
      left.set(past, failed);
      counted.delete(past);
    }
    const needs = [...this.#cells.values()].flatMap((cell) => this.#needsIn(cell));
    return { needs, left, decided: counted, facts: this.#facts };
  }

  /** The record that lets a login in. */
  #decide(past: PastLogin): HbaRecord | NotNeeded {
    const { user, database, replication } = past.login;
    const ways = [...this.#walk.decisions(regionOfLogin(past.login), this.#portion)].map(([{ conditions }, index]) => ({
      conditions,
      record: index === undefined ? undefined : this.#today.records[index],
    }));
    const letting = ways.flatMap(({ conditions, record }) => (letsIn(record) ? [{ conditions, record }] : []));
    if (letting.length === 0) return 'rejected';
    const [first] = letting;
    const areAlike = (some: typeof letting) =>
      some.every(({ record }) => methodKey(record) === methodKey(some[0]!.record));
    if (letting.length === ways.length && areAlike(letting)) return first!.record;
    const named = letting.filter(({ record }) => past.isDecidedBy(record));
    if (named.length === 0 || !areAlike(named)) return 'depends';
    const told = named.length === 1 ? named[0]!.conditions : [];
    return this.#facts.add(user, replication ? replicationName : database, told) ? named[0]!.record : 'depends';
  }

  /** Adds a login to its cell, with the network around it. */
  #add(login: Login, record: HbaRecord): NotNeeded | undefined {
    const key = methodKey(record);
    const cell = this.#cellOf(login);
    const place = placeOf(login);
    // It was once decided another way: nobody knows which way it is today.
    if ((cell.own.get(place) ?? key) !== key) return 'depends';
    const around = login.address ? this.#networkOf(login.address, record) : undefined;
    const same = around && this.#sameIn(around, cell, key);
    cell.own.set(place, key);
    if (same) cell.around.set(key, [...(cell.around.get(key) ?? []), same]);
    return undefined;
  }

  /** What of a network today's records do the same with as with a login in it. */
  #sameIn(around: AddressSet, { transport, user, database }: Cell, key: string): AddressSet | undefined {
    const known = JSON.stringify([transport, user, database, key, around.map(String)]);
    if (this.#around.has(known)) return undefined;
    const region: Region = {
      transports: [transport],
      addresses: around,
      users: namesOf([user]),
      databases: namesOf([database]),
      conditions: [],
    };
    let same: AddressSet = [];
    for (const [part, index] of this.#walk.decisions(region, this.#portion)) {
      const record = index === undefined ? undefined : this.#today.records[index];
      const isSame = record && methodKey(record) === key;
      const isSure = part.conditions.every((one) => this.#facts.tells(user, database, one));
      if (isSame && isSure) same = uniteAddresses(same, part.addresses);
    }
    this.#around.set(known, same);
    return same;
  }

  /** Undefined where only the address itself counts. */
  #networkOf(address: LoginAddress, { address: of }: HbaRecord): AddressSet | undefined {
    let set: AddressSet | undefined;
    if (this.#grouping === 'records') {
      if (of?.kind === 'all') set = everyAddress;
      else if (of?.kind === 'network' && isContiguous(of)) set = networkSet(of);
    } else {
      const { family, value } = address;
      const [bits, prefix] = family === 4 ? [32, this.#grouping.v4] : [128, this.#grouping.v6];
      const hosts = (1n << BigInt(bits - prefix)) - 1n;
      set = networkSet({ family, address: value, mask: ((1n << BigInt(bits)) - 1n) ^ hosts });
    }
    return set && singleAddress(set) === undefined ? set : undefined;
  }

  /** No address is in two of them. */
  #needsIn({ transport, user, database, own, around, rejected }: Cell): Need[] {
    let taken = rangesOf([...own.keys(), ...rejected]);
    const needs: Need[] = [];
    for (const key of new Set(own.values())) {
      const places = [...own].flatMap(([place, its]) => (its === key ? [place] : []));
      const wider = (around.get(key) ?? []).reduce(uniteAddresses, []);
      const mine = transport === 'local' ? everyAddress : rangesOf(places);
      const addresses = uniteAddresses(mine, subtractAddresses(wider, taken));
      needs.push({ transport, user, database, addresses, own: mine, record: this.#firsts.get(key)! });
      taken = uniteAddresses(taken, wider);
    }
    return needs;
  }

  #cellOf({ transport, user, database: name, replication }: Login): Cell {
    const database = replication ? replicationName : name;
    const key = JSON.stringify([transport, user, database]);
    const known = this.#cells.get(key);
    if (known) return known;
    const cell: Cell = { transport, user, database, own: new Map(), around: new Map(), rejected: [] };
    this.#cells.set(key, cell);
    return cell;
  }

  #attempt<T>(work: () => T): T | 'too much' {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      return 'too much';
    }
  }
}

/** Where a login comes from, as a place on the line of addresses; all that come through the socket come from one. */
function placeOf({ address }: Login): bigint {
  return address ? addressSetOf(address)[0]![0] : 0n;
}
