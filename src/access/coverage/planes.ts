/**
 * Which record first has a pair of elements, for addresses that many records with long lists share: one look at a table a pair
 * instead of a walk through the records. An address gets its table with its sixteenth record.
 */
import type { ConnectionType, HbaRecord } from '../../cluster/types.js';
import type { AddressKey, AddressLine } from './address-line.js';
import type { Decoded } from './decode.js';

const fewest = 16;
/** Pairs that all tables together may have: 64 MB. */
const mostPairs = 16_000_000;

/** For one type of records and one address: the first owner of each pair, raised by one. */
export class Plane {
  /** The records before there is a table. */
  waiting: { one: Decoded; owner: number }[] | undefined = [];
  readonly #columns = new Map<number, number>();
  readonly #rows = new Map<number, Int32Array>();
  #width = 64;

  /** How many pairs the table has room for. */
  get room(): number {
    return this.#rows.size * this.#width;
  }

  add({ databases, users }: Decoded, owner: number): void {
    const columns = users.map(({ id }) => this.#columnOf(id));
    for (const { id } of databases) {
      let row = this.#rows.get(id);
      if (row === undefined || row.length < this.#width) {
        const wider = new Int32Array(this.#width);
        if (row !== undefined) wider.set(row);
        this.#rows.set(id, (row = wider));
      }
      for (const column of columns) if (row[column] === 0) row[column] = owner + 1;
    }
  }

  #columnOf(user: number): number {
    let column = this.#columns.get(user);
    if (column === undefined) {
      this.#columns.set(user, (column = this.#columns.size));
      while (this.#columns.size > this.#width) this.#width *= 2;
    }
    return column;
  }

  /** The rows of these database elements that there are. */
  rowsOf(databases: readonly number[]): Int32Array[] {
    const rows: Int32Array[] = [];
    for (const id of databases) {
      const row = this.#rows.get(id);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  /** The columns of these user elements that there are. */
  columnsOf(users: readonly number[]): number[] {
    const columns: number[] = [];
    for (const id of users) {
      const column = this.#columns.get(id);
      if (column !== undefined) columns.push(column);
    }
    return columns;
  }
}

/** A table as one record looks at it: a row of its database elements at a time, its users as columns. */
export class View {
  readonly #plane: Plane;
  readonly #columns: readonly (readonly number[])[];
  #rows: readonly Int32Array[] = [];

  /** @param users for each of the record's users the elements that contain it */
  constructor(plane: Plane, users: readonly (readonly number[])[]) {
    this.#plane = plane;
    this.#columns = users.map((around) => plane.columnsOf(around));
  }

  /** Goes to the row of a database, given the elements that contain it. */
  turnTo(databases: readonly number[]): void {
    this.#rows = this.#plane.rowsOf(databases);
  }

  /** The first record that has the database of the row and a user; undefined where the table knows none. */
  ownerAt(user: number): number | undefined {
    for (const row of this.#rows) {
      for (const column of this.#columns[user]!) if (row[column]! > 0) return row[column]! - 1;
    }
    return undefined;
  }
}

export class Planes {
  readonly #planes = new Map<ConnectionType, Map<AddressKey, Plane>>();
  readonly #line: AddressLine;
  #room = 0;

  constructor(line: AddressLine) {
    this.#line = line;
  }

  add(one: Decoded, owner: number): void {
    const { connectionType, address } = one.record;
    let planes = this.#planes.get(connectionType!);
    if (planes === undefined) this.#planes.set(connectionType!, (planes = new Map()));
    const key = this.#line.keyOf(address);
    let plane = planes.get(key);
    if (plane === undefined) planes.set(key, (plane = new Plane()));
    if (plane.waiting !== undefined) {
      plane.waiting.push({ one, owner });
      if (plane.waiting.length < fewest) return;
      for (const early of plane.waiting) this.#enter(plane, early.one, early.owner);
      plane.waiting = undefined;
    } else this.#enter(plane, one, owner);
  }

  #enter(plane: Plane, one: Decoded, owner: number): void {
    if (this.#room > mostPairs) return;
    const before = plane.room;
    plane.add(one, owner);
    this.#room += plane.room - before;
  }

  /** The tables of the addresses that contain that of a record, of one type, as the record looks at them. */
  around(type: ConnectionType, { address }: HbaRecord, users: readonly (readonly number[])[]): View[] {
    const planes = this.#planes.get(type);
    if (planes === undefined) return [];
    const keys = address?.kind === 'network' ? this.#line.keysAround(address) : [this.#line.keyOf(address), 'all'];
    return [...new Set(keys)].flatMap((key) => {
      const plane = planes.get(key);
      return plane === undefined || plane.waiting !== undefined ? [] : [new View(plane, users)];
    });
  }
}
