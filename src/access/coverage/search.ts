/** Which earlier records take every login of a record, one alone or several together. */
import type { Address, ConnectionType, HbaRecord } from '../../cluster/types.js';
import { type Budget, OutOfBudget, type Portion } from '../budget.js';
import type { Transport } from '../login.js';
import { type AddressKey, type AddressLine, opaqueKeys } from './address-line.js';
import { type Cell, Cells, mostPairs } from './cells.js';
import { Collector, mostNamed } from './collect.js';
import { containsRecord } from './containment.js';
import type { Decoded, DecodedRecords } from './decode.js';
import type { Element, Pairs } from './elements.js';
import { Grid } from './grid.js';
import { Marks } from './marks.js';
import { Planes, type View } from './planes.js';

/** So many of several records are tried on whether one of them suffices alone. */
const mostTried = 24;

type Groups = readonly (readonly ConnectionType[])[];

export class Search {
  readonly #decoded: Decoded[];
  readonly #cells: Cells;
  readonly #pairs: Pairs;
  readonly #line: AddressLine;
  readonly #available: readonly Transport[];
  readonly #budget: Budget;
  readonly #planes: Planes;
  readonly #databaseMarks = new Marks();
  readonly #userMarks = new Marks();

  constructor({ decoded, pairs, line }: DecodedRecords, available: readonly Transport[], budget: Budget) {
    this.#decoded = decoded;
    this.#cells = new Cells(decoded, pairs, line, available, budget);
    this.#pairs = pairs;
    this.#line = line;
    this.#available = available;
    this.#budget = budget;
    this.#planes = new Planes(line);
  }

  add(one: Decoded, index: number): void {
    this.#cells.add(one.record, index, one.databases, one.users);
    if (one.databases.length * one.users.length > mostPairs) this.#planes.add(one, index);
  }

  /**
   * The earlier records that together take every login of this one; undefined where some login is left to it.
   *
   * @throws OutOfBudget
   */
  owners(one: Decoded): number[] | undefined {
    const groups = this.#cells.groups(one.record.connectionType!);
    if (groups === undefined) return undefined;
    const many = one.databases.length * one.users.length > mostPairs;
    const owners = many ? this.#ownersOfMany(one, groups, this.#budget.portion()) : this.#ownersOfFew(one, groups);
    if (owners === undefined && this.#pairs.hasExpressions && this.#isOpen(one)) throw new OutOfBudget();
    return owners;
  }

  /** What an expression might take is not decided where nobody knows whether it matches. */
  #isOpen({ databases, users }: Decoded): boolean {
    const isOpen = (element: Element) => element.open !== undefined;
    return databases.some(isOpen) || users.some(isOpen);
  }

  /** The types of records so far that are for connections of one transport. */
  typesFor(transport: Transport): ConnectionType[] {
    return this.#cells.typesFor(transport);
  }

  /**
   * Whether records before one of them take all logins with one of some database elements, one of some user elements, from an
   * address, which come in a way that some types of records are for.
   *
   * @param addresses it suffices that one of them is taken
   * @throws OutOfBudget
   */
  isTaken(
    types: readonly ConnectionType[],
    databases: readonly number[],
    users: readonly number[],
    addresses: readonly (Address | undefined)[],
    before: number,
    portion: Portion,
  ): boolean {
    const collector = new Collector(this.#line, portion, before);
    return addresses.some((address) => {
      const cells = this.#cells.aroundElements(types, databases, users, address, portion, before);
      return cells.length > 0 && collector.contains(address, cells);
    });
  }

  #ownersOfFew(one: Decoded, groups: Groups): number[] | undefined {
    if (this.#budget.isSpent) throw new OutOfBudget();
    const { address } = one.record;
    const places: Cell[][] = [];
    // Most records meet no other: a part of the budget is set aside for those that do.
    let portion: Portion | undefined;
    let collector: Collector | undefined;
    for (const pair of this.#pairs.of(one.databases, one.users)) {
      for (const group of groups) {
        const cells = this.#cells.around(group, pair, address, portion ?? this.#budget);
        if (cells.length === 0) return undefined;
        portion ??= this.#budget.portion();
        collector ??= new Collector(this.#line, portion);
        if (!collector.contains(address, cells)) return undefined;
        places.push(cells);
      }
    }
    const single = this.#single(one, places[0]!);
    if (single !== undefined) return [single];
    const together = new Set<number>();
    for (const cells of places) collector!.contains(address, cells, together);
    return this.#named(one, together, portion!);
  }

  /** What takes one pair takes all pairs that the same records have: most pairs need no look of their own. */
  #ownersOfMany(one: Decoded, groups: Groups, portion: Portion): number[] | undefined {
    const { address } = one.record;
    const collector = new Collector(this.#line, portion);
    const done = new Grid(one.databases.length, one.users.length);
    const together = new Set<number>();
    let isFirst = true;
    for (const [row, database] of one.databases.entries()) {
      portion.spend(done.words);
      for (let column = done.nextOpen(row, 0); column !== undefined; column = done.nextOpen(row, column)) {
        const [pair] = this.#pairs.of([database], [one.users[column]!]);
        const owners = new Set<number>();
        for (const group of groups) {
          const cells = this.#cells.around(group, pair!, address, portion);
          if (cells.length === 0 || !collector.contains(address, cells, owners)) return undefined;
        }
        for (const owner of owners) together.add(owner);
        done.add(row, column);
        if (owners.size <= mostNamed) this.#markTaken(one, owners, done, portion);
        // Most records are left with the first pair; only then the tables are worth a look.
        if (isFirst) this.#markInPlanes(one, groups, done, together, portion);
        isFirst = false;
      }
    }
    return this.#named(one, together, portion);
  }

  /** Marks the pairs that each of these records has. */
  #markTaken(one: Decoded, owners: ReadonlySet<number>, done: Grid, portion: Portion): void {
    let [rows, columns] = [[...one.databases.keys()], [...one.users.keys()]];
    for (const owner of owners) {
      const { databases, users } = this.#decoded[owner]!;
      portion.spend((databases.length + users.length + rows.length + columns.length) >> 2);
      this.#databaseMarks.set(databases);
      this.#userMarks.set(users);
      rows = rows.filter((row) => {
        return this.#databaseMarks.hasAny(this.#pairs.databasesAroundAlone(one.databases[row]!));
      });
      columns = columns.filter((column) => this.#userMarks.hasAny(this.#pairs.usersAroundAlone(one.users[column]!)));
    }
    portion.spend((rows.length * done.words) >> 2);
    done.addProduct(rows, columns);
  }

  /** Marks the pairs that tables know the owners of. */
  #markInPlanes(one: Decoded, groups: Groups, done: Grid, together: Set<number>, portion: Portion): void {
    const users = one.users.map((user) => this.#pairs.usersAroundAlone(user));
    const views = groups.map((group) => group.flatMap((type) => this.#planes.around(type, one.record, users)));
    if (views.some((found) => found.length === 0)) return;
    const all = views.flat();
    portion.spend(users.length * all.length);
    for (const [row, database] of one.databases.entries()) {
      portion.spend(all.length + (users.length >> 3));
      const around = this.#pairs.databasesAroundAlone(database);
      for (const view of all) view.turnTo(around);
      for (let column = done.nextOpen(row, 0); column !== undefined; column = done.nextOpen(row, column + 1)) {
        if (addFirstOwners(views, column, together)) done.add(row, column);
      }
    }
  }

  /** One record where one of them suffices, else all, in order. */
  #named(one: Decoded, together: ReadonlySet<number>, portion: Portion): number[] {
    const owners = [...together].sort((a, b) => a - b);
    for (const owner of owners.slice(0, mostTried)) {
      portion.spend(one.databases.length + one.users.length);
      if (this.#contains(owner, one)) return [owner];
    }
    return owners.slice(0, mostNamed);
  }

  #contains(owner: number, one: Decoded): boolean {
    return containsRecord(this.#decoded[owner]!, one, this.#pairs, this.#available);
  }

  /** The first record that takes every login of this one alone, as far as the cells' own indexes know one. */
  #single(one: Decoded, cells: readonly Cell[]): number | undefined {
    const candidates = new Set<number>();
    for (const key of this.#keysAround(one.record)) {
      for (const cell of cells) {
        const owner = cell.ownerOf(key, this.#line);
        if (owner !== undefined) candidates.add(owner);
      }
    }
    const containing = [...candidates].filter((owner) => this.#contains(owner, one));
    return containing.length === 0 ? undefined : Math.min(...containing);
  }

  /** The keys of the addresses that surely contain that of a record. */
  *#keysAround({ address }: HbaRecord): Generator<AddressKey> {
    if (address?.kind === 'network') yield* this.#line.keysAround(address);
    else {
      yield* opaqueKeys(address, this.#line);
      yield 'all';
    }
  }
}

/** Adds for each group of tables the record that has the pair at a column. @returns whether each knows one */
function addFirstOwners(groups: readonly (readonly View[])[], column: number, together: Set<number>): boolean {
  for (const views of groups) {
    let owner: number | undefined;
    for (let at = 0; at < views.length && owner === undefined; at++) owner = views[at]!.ownerAt(column);
    if (owner === undefined) return false;
    together.add(owner);
  }
  return true;
}
