/** What the records so far cover, by type of record, database element and user element. */
import type { Address, ConnectionType, HbaRecord } from '../../cluster/types.js';
import type { Budget, Spending } from '../budget.js';
import type { Transport } from '../login.js';
import { transports, transportsOf } from '../transports.js';
import { type AddressKey, type AddressLine, hullOf, isContiguous, type Network, type Range } from './address-line.js';
import type { OwnedCube } from './cubes.js';
import { type Element, type Pair, type Pairs, standsAlone } from './elements.js';
import { ProductIndex } from './product-index.js';
import { RangeUnion } from './segments.js';

/** Records with more pairs of elements than this are kept as they are instead of pair by pair. */
export const mostPairs = 64;
/** So many cells of such records are looked through one by one. */
const fewWide = 4;

const noCubes: OwnedCube[] = [];

/** The earlier records with the same type and the same pair of elements. */
export class Cell {
  readonly ranges = new RangeUnion();
  /** Networks with holes in their masks, each once. */
  readonly cubes: OwnedCube[] = noCubes;
  /** The first record of each address, by what it is written as; only for cells with several addresses. */
  #owners: Map<AddressKey, number> | undefined;
  #first: { address: Address | undefined; owner: number } | undefined;
  /** Whether there can be an address that is no network. */
  hasOpaque = false;

  /** The first record whose address is the one that the key stands for. */
  ownerOf(key: AddressKey, line: AddressLine): number | undefined {
    if (this.#owners) return this.#owners.get(key);
    return this.#first && line.keyOf(this.#first.address) === key ? this.#first.owner : undefined;
  }

  add({ address }: HbaRecord, owner: number, line: AddressLine): void {
    if (!this.#first) this.#first = { address, owner };
    else {
      this.#owners ??= new Map([[line.keyOf(this.#first.address), this.#first.owner]]);
      const key = line.keyOf(address);
      // What an equal address covers is covered.
      if (this.#owners.has(key)) return;
      this.#owners.set(key, owner);
    }
    for (const [start, end] of line.certainRanges(address)) this.ranges.add(start, end, owner);
    if (!address || address.kind === 'all') return;
    if (address.kind !== 'network') this.hasOpaque = true;
    else if (!isContiguous(address)) this.#addCube(address, owner);
  }

  #addCube({ family, address, mask }: Network, owner: number): void {
    if (this.cubes === noCubes) (this as { cubes: OwnedCube[] }).cubes = [];
    this.cubes.push({ family, value: address & mask, mask, owner });
  }
}

/** Earlier records, found by what they surely contain. */
export class Cells {
  /** By type, and then by both elements; where there is one record so far, its number stands for the cell. */
  readonly #cells = new Map<ConnectionType, Map<number, Cell | number>>();
  readonly #records: readonly { record: HbaRecord }[];
  /** The highest number of a user element in any cell: most roles occur once, and then there is nothing to look for. */
  #highestUser = -1;
  /** More than the number of any user of a record; names that are looked up later have others. */
  readonly #width: number;
  readonly #wide: ProductIndex;
  readonly #wideRecords: { owner: number; ranges: readonly Range[]; cell: Cell }[] = [];
  readonly #pairs: Pairs;
  readonly #line: AddressLine;
  readonly #present = new Set<ConnectionType>();
  readonly #available: readonly Transport[];
  readonly #groups = new Map<ConnectionType, ConnectionType[][]>();

  /** @param records every record that will be added, by its number */
  constructor(
    records: readonly { record: HbaRecord }[],
    pairs: Pairs,
    line: AddressLine,
    available: readonly Transport[],
    budget: Budget,
  ) {
    this.#records = records;
    this.#wide = new ProductIndex(budget);
    this.#pairs = pairs;
    this.#width = pairs.users.size;
    this.#line = line;
    this.#available = available;
  }

  #key(database: number, user: number): number {
    return database * this.#width + user;
  }

  #cellsOf(type: ConnectionType): Map<number, Cell | number> {
    let cells = this.#cells.get(type);
    if (!cells) this.#cells.set(type, (cells = new Map()));
    return cells;
  }

  /** Most cells never get a second record, nor does anybody look into them. */
  #cellAt(cells: Map<number, Cell | number>, key: number): Cell | undefined {
    const found = cells.get(key);
    if (typeof found !== 'number') return found;
    const cell = new Cell();
    cell.add(this.#records[found]!.record, found, this.#line);
    cells.set(key, cell);
    return cell;
  }

  /** Adds a record to what is covered. */
  add(record: HbaRecord, owner: number, databases: Element[], users: Element[]): void {
    const type = record.connectionType!;
    if (!this.#present.has(type)) {
      this.#present.add(type);
      this.#groups.clear();
    }
    if (databases.length * users.length > mostPairs) {
      const cell = new Cell();
      cell.add(record, owner, this.#line);
      const ranges = this.#line.certainRanges(record.address);
      // What cannot be compared may lie anywhere.
      this.#wide.add(databases, users, cell.hasOpaque || ranges.length === 0 ? this.#line.all : hullOf(ranges));
      this.#wideRecords.push({ owner, ranges, cell });
      return;
    }
    const cells = this.#cellsOf(type);
    for (const { database, user } of this.#pairs.of(databases, users)) {
      // Only the same name leads to a name: one that stands nowhere else is never looked for.
      if (standsAlone(user)) continue;
      if (user.id > this.#highestUser) this.#highestUser = user.id;
      const key = this.#key(database.id, user.id);
      const cell = this.#cellAt(cells, key);
      if (cell) cell.add(record, owner, this.#line);
      else cells.set(key, owner);
    }
  }

  /**
   * For each transport of a type of records the types that take it and occur so far. A transport that is taken
   * wherever another one is taken needs no look of its own. Undefined where no connection of the type can come.
   */
  groups(type: ConnectionType): ConnectionType[][] | undefined {
    if (this.#groups.has(type)) return this.#groups.get(type);
    if (!transportsOf[type].some((transport) => this.#available.includes(transport))) return undefined;
    const all = transports
      .filter((transport) => transportsOf[type].includes(transport) && this.#available.includes(transport))
      .map((transport) => [...this.#present].filter((present) => transportsOf[present].includes(transport)));
    const isSubset = (a: ConnectionType[], b: ConnectionType[]) => a.every((one) => b.includes(one));
    const groups = all.filter(
      (group, index) =>
        !all.some((other, at) => at !== index && isSubset(other, group) && (!isSubset(group, other) || at < index)),
    );
    this.#groups.set(type, groups);
    return groups;
  }

  /** The types so far that are for connections of one transport. */
  typesFor(transport: Transport): ConnectionType[] {
    return [...this.#present].filter((type) => transportsOf[type].includes(transport));
  }

  /**
   * The cells of these types whose elements contain those of a pair, as far as they can matter for an address.
   *
   * @throws OutOfBudget
   */
  around(group: readonly ConnectionType[], pair: Pair, address: Address | undefined, portion: Spending): Cell[] {
    const databases = this.#pairs.databasesAround(pair);
    return this.aroundElements(group, databases, this.#pairs.usersAround(pair), address, portion);
  }

  /** The same for elements of both columns. @param before only records with lower numbers are wanted of those with many pairs */
  aroundElements(
    group: readonly ConnectionType[],
    databases: readonly number[],
    users: readonly number[],
    address: Address | undefined,
    portion: Spending,
    before: number = Number.POSITIVE_INFINITY,
  ): Cell[] {
    portion.spend(3 * databases.length * users.length * group.length);
    const found: Cell[] = [];
    for (const type of group) {
      const cells = this.#cellsOf(type);
      for (const database of databases) {
        for (const user of users) {
          if (user > this.#highestUser) continue;
          const cell = this.#cellAt(cells, this.#key(database, user));
          if (cell) found.push(cell);
        }
      }
    }
    if (this.#wideRecords.length > 0) this.#addWide(group, databases, users, address, portion, before, found);
    return found;
  }

  /** Adds the cells of records with many pairs; where there are many of them, one for all. */
  #addWide(
    group: readonly ConnectionType[],
    databases: readonly number[],
    users: readonly number[],
    address: Address | undefined,
    portion: Spending,
    before: number,
    found: Cell[],
  ): void {
    const own = address?.kind === 'network' && isContiguous(address) ? this.#line.rangeOf(address) : this.#line.all;
    const meeting: number[] = [];
    for (const position of this.#wide.having(databases, users, own)) {
      portion.spend(1);
      const { owner, ranges, cell } = this.#wideRecords[position]!;
      if (owner >= before) break;
      if (!group.includes(this.#records[owner]!.record.connectionType!)) continue;
      if (ranges.some(([start, end]) => start <= own[0] && own[1] <= end)) {
        // It suffices alone.
        found.push(cell);
        return;
      }
      meeting.push(position);
    }
    if (meeting.length <= fewWide) {
      for (const position of meeting) found.push(this.#wideRecords[position]!.cell);
      return;
    }
    const together = new Cell();
    portion.spend(40 * meeting.length);
    for (const position of meeting) {
      const { owner } = this.#wideRecords[position]!;
      together.add(this.#records[owner]!.record, owner, this.#line);
    }
    found.push(together);
  }
}
