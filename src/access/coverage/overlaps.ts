/** Which earlier records take a part of a record's logins: for each method the first ones. */
import type { ConnectionType, HbaRecord } from '../../cluster/types.js';
import type { Budget, Portion } from '../budget.js';
import type { Transport } from '../login.js';
import { transportsOf } from '../transports.js';
import { type AddressLine, hullOf, isContiguous, type Range } from './address-line.js';
import { mostPairs } from './cells.js';
import { addressesMeet } from './containment.js';
import type { Decoded, DecodedRecords } from './decode.js';
import { type Pair, type Pairs, standsAlone } from './elements.js';
import { ProductIndex } from './product-index.js';
import { RangeUnion } from './segments.js';

/** How many records are looked at for one record, method and pair of elements. */
const mostLooked = 8;
/** How many are named. */
const mostNamed = 24;

/** What a record does with its logins, as a text: records of the same text are no crossing for each other. */
export type Doing = (record: HbaRecord) => string;

/** Where the addresses of records stand, by their pairs of elements. Made of as many records as there were at the last look. */
interface Index {
  /** How many of the group's records are in it. */
  size: number;
  unions: Map<number, RangeUnion>;
}

/** Earlier records of one type and method. */
interface Group {
  /** The numbers of those with few pairs of elements, rising. */
  owners: number[];
  /** Whether there are others. */
  hasWide: boolean;
  /** What all of them do; undefined where they differ. */
  doing: string | undefined;
  /** By both elements, by the database alone, by the user alone, all together: each is made when it is first asked for. */
  indexes: (Index | undefined)[];
}

const byBoth = 0;
const byDatabase = 1;
const byUser = 2;
const together = 3;

/** The earlier records, by type, method and elements. */
export class Overlaps {
  readonly #kept: Decoded[] = [];
  readonly #groups = new Map<ConnectionType, Map<string, Group>>();
  readonly #meeting = new Map<ConnectionType, readonly Group[]>();
  readonly #pairs: Pairs;
  readonly #line: AddressLine;
  readonly #available: readonly Transport[];
  readonly #doing: Doing | undefined;
  readonly #budget: Budget;
  readonly #wide: ProductIndex;
  /** The records with many pairs, by their position in the index. */
  readonly #wideRecords: { owner: number; group: Group }[] = [];

  constructor(
    { pairs, line }: DecodedRecords,
    available: readonly Transport[],
    doing: Doing | undefined,
    budget: Budget,
  ) {
    this.#pairs = pairs;
    this.#line = line;
    this.#available = available;
    this.#doing = doing;
    this.#budget = budget;
    this.#wide = new ProductIndex(budget);
  }

  /** Adds a record to those that may take a part of later ones. */
  add(one: Decoded): void {
    const { record, databases, users } = one;
    const owner = this.#kept.push(one) - 1;
    const doing = this.#doing?.(record);
    const group = this.#groupOf(record, doing);
    if (group.doing !== doing) group.doing = undefined;
    if (isWide(one)) {
      this.#wide.add(databases, users, hullOf(this.#rangesOf(record)));
      group.hasWide = true;
      this.#wideRecords.push({ owner, group });
    } else group.owners.push(owner);
  }

  #groupOf(record: HbaRecord, doing: string | undefined): Group {
    const type = record.connectionType!;
    let groups = this.#groups.get(type);
    if (!groups) this.#groups.set(type, (groups = new Map()));
    let group = groups.get(record.method ?? '');
    if (!group) {
      groups.set(record.method ?? '', (group = { owners: [], hasWide: false, doing, indexes: [] }));
      this.#meeting.clear();
    }
    return group;
  }

  /** The groups whose types share a transport that is open with another type. */
  #groupsMeeting(type: ConnectionType): readonly Group[] {
    let meeting = this.#meeting.get(type);
    if (meeting) return meeting;
    const taken = transportsOf[type].filter((transport) => this.#available.includes(transport));
    meeting = [...this.#groups]
      .filter(([other]) => transportsOf[other].some((transport) => taken.includes(transport)))
      .flatMap(([, groups]) => [...groups.values()]);
    this.#meeting.set(type, meeting);
    return meeting;
  }

  /**
   * The earlier records that surely match some of the logins that this one matches, in order.
   *
   * @throws OutOfBudget
   */
  of(one: Decoded): HbaRecord[] {
    const { record } = one;
    const doing = this.#doing?.(record);
    const meeting = this.#groupsMeeting(record.connectionType!);
    if (meeting.every((group) => doing !== undefined && group.doing === doing)) return [];
    const groups = meeting.filter((group) => doing === undefined || group.doing !== doing);
    const found = new Set<number>();
    const portion = this.#budget.portion();
    let ranges: Range[] | undefined;
    const rangesOf = () => (ranges ??= this.#rangesOf(record));
    for (const group of groups) {
      if (group.owners.length === 0) continue;
      if (isWide(one)) this.#lookThrough(group.owners, one, portion, found);
      else {
        for (const pair of this.#pairs.of(one.databases, one.users))
          this.#look(group, pair, one, rangesOf, found, portion);
      }
    }
    if (groups.some(({ hasWide }) => hasWide)) this.#lookAtWide(groups, one, portion, found);
    return [...found]
      .sort((a, b) => a - b)
      .slice(0, mostNamed)
      .map((owner) => this.#kept[owner]!.record);
  }

  /** Looks at records one by one, until enough are found. */
  #lookThrough(owners: Iterable<number>, one: Decoded, portion: Portion, found: Set<number>): void {
    let looked = 0;
    for (const owner of owners) {
      portion.spend(1);
      const other = this.#kept[owner]!;
      if (!addressesMeet(other.record.address, one.record.address)) continue;
      if (!this.#meet(other, one, portion)) continue;
      found.add(owner);
      if (++looked >= mostLooked) return;
    }
  }

  /** Looks at the earlier records with many pairs, a few of each group. */
  #lookAtWide(groups: readonly Group[], one: Decoded, portion: Portion, found: Set<number>): void {
    const { databases, users } = this.#idsMeeting(one, portion);
    const left = new Map(groups.map((group) => [group, mostLooked]));
    const hull = hullOf(this.#rangesOf(one.record));
    for (const position of this.#wide.having(databases, users, hull)) {
      const { owner, group } = this.#wideRecords[position]!;
      portion.spend(1);
      const looks = left.get(group);
      if (looks === undefined) continue;
      const other = this.#kept[owner]!;
      if (!addressesMeet(other.record.address, one.record.address) || !this.#meet(other, one, portion)) continue;
      found.add(owner);
      if (looks === 1) left.delete(group);
      else left.set(group, looks - 1);
      if (left.size === 0) return;
    }
  }

  /** The elements that surely share names with those of a record, in each column; undefined stands for any. */
  #idsMeeting({ databases, users }: Decoded, portion: Portion) {
    const databaseIds = new Set<number | undefined>();
    const userIds = new Set<number | undefined>();
    portion.spend(databases.length + users.length);
    for (const database of databases) {
      for (const id of this.#pairs.databasesMeeting({ database, user: users[0]! })) databaseIds.add(id);
    }
    for (const user of users) for (const id of this.#pairs.usersMeeting({ database: user, user })) userIds.add(id);
    const listOf = (ids: Set<number | undefined>) => (ids.has(undefined) ? undefined : ([...ids] as number[]));
    return { databases: listOf(databaseIds), users: listOf(userIds) };
  }

  #look(group: Group, pair: Pair, one: Decoded, rangesOf: () => Range[], found: Set<number>, portion: Portion): void {
    const isAlone = standsAlone(pair.user);
    for (const database of this.#pairs.databasesMeeting(pair)) {
      for (const user of this.#pairs.usersMeeting(pair)) {
        if (isAlone && user === pair.user.id) continue;
        portion.spend(1);
        const kind = (database === undefined ? byUser : 0) | (user === undefined ? byDatabase : 0);
        const union = this.#indexOf(group, kind).unions.get(this.#key(kind, database ?? 0, user ?? 0));
        if (union) this.#collect(union, rangesOf(), one, found, portion);
      }
    }
  }

  #key(kind: number, database: number, user: number): number {
    if (kind === byBoth) return database * this.#pairs.users.size + user;
    if (kind === byDatabase) return database;
    return kind === byUser ? user : 0;
  }

  #indexOf(group: Group, kind: number): Index {
    const index = (group.indexes[kind] ??= { size: 0, unions: new Map() });
    for (; index.size < group.owners.length; index.size++) this.#enter(group.owners[index.size]!, kind, index.unions);
    return index;
  }

  #enter(owner: number, kind: number, unions: Map<number, RangeUnion>): void {
    const { record, databases, users } = this.#kept[owner]!;
    let ranges: Range[] | undefined;
    for (const { database, user } of this.#pairs.of(databases, users)) {
      // Physical replication is not among the databases that `all` stands for.
      const isAmongAll = database.pattern.kind !== 'replication';
      if ((kind === byUser || kind === together) && !isAmongAll) continue;
      if ((kind === byBoth || kind === byUser) && standsAlone(user)) continue;
      const key = this.#key(kind, database.id, user.id);
      let union = unions.get(key);
      if (!union) unions.set(key, (union = new RangeUnion()));
      ranges ??= this.#rangesOf(record);
      for (const [start, end] of ranges) union.add(start, end, owner);
    }
  }

  #collect(union: RangeUnion, ranges: Range[], one: Decoded, found: Set<number>, portion: Portion): void {
    let looked = 0;
    for (const [start, end] of ranges) {
      for (let position = start; position < end && looked < mostLooked; ) {
        const owned = union.ownerAt(position);
        if (owned) {
          looked += 1;
          const other = this.#kept[owned.owner]!;
          const isApart = !addressesMeet(other.record.address, one.record.address);
          if (!isApart && this.#meet(other, one, portion)) found.add(owned.owner);
        }
        position = owned?.end ?? union.nextOwned(position);
      }
    }
  }

  /** Whether the names of two records surely meet: column by column, or where a user has a database of the same name. */
  #meet(a: Decoded, b: Decoded, portion: Portion): boolean {
    const wide = isWide(a) || isWide(b);
    const pairs = wide ? 0 : a.databases.length * a.users.length * b.databases.length * b.users.length;
    portion.spend(a.databases.length + a.users.length + b.databases.length + b.users.length + pairs);
    if (wide) return this.#pairs.columnsMeet(a, b);
    for (const one of this.#pairs.of(a.databases, a.users)) {
      for (const other of this.#pairs.of(b.databases, b.users)) if (this.#pairs.meet(one, other)) return true;
    }
    return false;
  }

  /** Where a record stands on the line. Addresses that nobody can compare stand behind its end, where only `all` reaches. */
  #rangesOf({ address }: HbaRecord): Range[] {
    const [start, end] = this.#line.all;
    if (!address || address.kind === 'all') return [[start, end + 1]];
    if (address.kind === 'network' && !isContiguous(address)) {
      return [this.#line.hullOf({ family: address.family, value: address.address, mask: address.mask })];
    }
    const ranges = this.#line.certainRanges(address);
    return address.kind === 'network' ? ranges : [...ranges, [end, end + 1]];
  }
}

function isWide({ databases, users }: Decoded): boolean {
  return databases.length * users.length > mostPairs;
}
