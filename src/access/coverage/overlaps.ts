/** Which earlier records take a part of a record's logins: for each method the first ones. */
import type { ConnectionType, HbaRecord } from '../../cluster/types.js';
import type { Transport } from '../login.js';
import { transportsOf } from '../transports.js';
import { type AddressLine, isContiguous, type Range } from './address-line.js';
import { addressesMeet, type Decoded } from './containment.js';
import type { Pair, Pairs } from './elements.js';
import { RangeUnion } from './segments.js';

/** In place of an element: any of the column's. */
const any = -1;
/** How many records are looked at for one record, method and pair of elements. */
const mostLooked = 8;
/** How many are named. */
const mostNamed = 24;
/** Records with more pairs of elements than this are left out. */
const mostPairs = 1024;

interface Kept {
  record: HbaRecord;
  pairs: Pair[];
}

/** The earlier records, by type, method and elements. */
export class Overlaps {
  readonly #kept: Kept[] = [];
  /** The types of records that occurred, with their methods. */
  readonly #methods = new Map<ConnectionType, Map<string, Map<string, RangeUnion>>>();
  readonly #pairs: Pairs;
  readonly #line: AddressLine;
  readonly #available: readonly Transport[];

  constructor(pairs: Pairs, line: AddressLine, available: readonly Transport[]) {
    this.#pairs = pairs;
    this.#line = line;
    this.#available = available;
  }

  /** Adds a record to those that may take a part of later ones. */
  add({ record, databases, users }: Decoded): void {
    if (databases.length * users.length > mostPairs) return;
    const pairs = [...this.#pairs.of(databases, users)];
    const owner = this.#kept.push({ record, pairs }) - 1;
    const type = record.connectionType!;
    const method = record.method ?? '';
    let methods = this.#methods.get(type);
    if (!methods) this.#methods.set(type, (methods = new Map()));
    let unions = methods.get(method);
    if (!unions) methods.set(method, (unions = new Map()));
    const ranges = this.#rangesOf(record);
    for (const { database, user } of pairs) {
      // Physical replication is not among the databases that `all` stands for.
      const databaseKeys = database.pattern.kind === 'replication' ? [database.id] : [database.id, any];
      for (const databaseKey of databaseKeys) {
        for (const userKey of [user.id, any]) {
          const key = `${databaseKey} ${userKey}`;
          let union = unions.get(key);
          if (!union) unions.set(key, (union = new RangeUnion()));
          for (const [start, end] of ranges) union.add(start, end, owner);
        }
      }
    }
  }

  /** The earlier records that surely match some of the logins that this one matches, in order. */
  of({ record, databases, users }: Decoded): HbaRecord[] {
    if (databases.length * users.length > mostPairs) return [];
    const pairs = [...this.#pairs.of(databases, users)];
    const found = new Set<number>();
    const ranges = this.#rangesOf(record);
    const taken = transportsOf[record.connectionType!].filter((transport) => this.#available.includes(transport));
    for (const [type, methods] of this.#methods) {
      if (!transportsOf[type].some((transport) => taken.includes(transport))) continue;
      for (const unions of methods.values()) {
        for (const pair of pairs) {
          for (const key of this.#keysMeeting(pair)) {
            const union = unions.get(key);
            if (union) this.#collect(union, ranges, { record, pairs }, found);
          }
        }
      }
    }
    return [...found]
      .sort((a, b) => a - b)
      .slice(0, mostNamed)
      .map((owner) => this.#kept[owner]!.record);
  }

  #collect(union: RangeUnion, ranges: Range[], one: Kept, found: Set<number>): void {
    let looked = 0;
    for (const [start, end] of ranges) {
      for (let position = start; position < end && looked < mostLooked; ) {
        const owned = union.ownerAt(position);
        if (owned) {
          looked += 1;
          if (this.#meet(this.#kept[owned.owner]!, one)) found.add(owned.owner);
        }
        position = owned?.end ?? union.nextOwned(position);
      }
    }
  }

  #meet(a: Kept, b: Kept): boolean {
    if (!addressesMeet(a.record.address, b.record.address)) return false;
    return a.pairs.some((one) => b.pairs.some((other) => this.#pairs.meet(one, other)));
  }

  *#keysMeeting(pair: Pair): Generator<string> {
    for (const database of this.#pairs.databasesMeeting(pair)) {
      for (const user of this.#pairs.usersMeeting(pair)) yield `${database ?? any} ${user ?? any}`;
    }
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
