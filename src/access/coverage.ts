/**
 * Which records can never decide a login, because earlier ones, alone or together, take every login that they match.
 *
 * What is claimed is certain: members of roles, regular expressions, host names and the server's interfaces are compared
 * only with what surely contains them. Only roles that exist are thought of: such a role is a member of itself.
 */
import { defaultMajor, type Major } from '../catalog/majors.js';
import type { Address, HbaRecord } from '../cluster/types.js';
import { type AddressKey, AddressLine, isContiguous, type Network, type Range } from './coverage/address-line.js';
import { type Cell, Cells } from './coverage/cells.js';
import { containsRecord, type Decoded } from './coverage/containment.js';
import { type OwnedCube, ownersOfCube } from './coverage/cubes.js';
import { type Pair, Pairs } from './coverage/elements.js';
import { type Doing, Overlaps } from './coverage/overlaps.js';
import type { Transport } from './login.js';
import { transports, transportsOf } from './transports.js';

export interface CoverageOptions {
  /** The server's major; the default target where it is left out. */
  target?: Major;
  /** The transports on which connections can come, for instance without `tls` where ssl is off; all where it is left out. */
  transports?: readonly Transport[];
  /** Whether records are wanted, too, of which earlier ones take only a part. */
  partly?: boolean;
  /**
   * What a record does with its logins, as a text. Where it is given, earlier records of a method need not be named for
   * taking a part where all of them do what the record itself does.
   */
  doing?: Doing;
}

/** A record with the earlier ones that take its logins. */
export interface Covered {
  record: HbaRecord;
  /**
   * The earlier records for which it never decides: one where one suffices, else several that do it together, at most
   * a thousand. Empty where it decides something.
   */
  coveredBy: HbaRecord[];
  /**
   * Earlier records that surely take a part of its logins, where it still decides others: of each method the first ones,
   * at most 24. Empty unless `partly` was asked for.
   */
  partlyBy: HbaRecord[];
}

/** Records with more pairs of elements than this are not judged. */
const mostPairs = 200_000;
const mostNamed = 1_000;
/** Ranges that are looked at when masks have holes, for one record and for all. */
const mostCubes = 2_000;
const mostCubesTogether = 3_000_000;

/**
 * Finds the records that never decide a login and, where asked for, those that decide only a part of theirs.
 *
 * @param records in the order in which the server tries them; broken ones count as absent
 * @returns the records of which that is so, in order
 */
export function coverage(records: readonly HbaRecord[], options: CoverageOptions = {}): Covered[] {
  const target = options.target ?? defaultMajor;
  const available = options.transports ?? transports;
  const pairs = new Pairs(target);
  const decoded: Decoded[] = [];
  for (const record of records) {
    if (!isJudged(record)) continue;
    const { databases, users } = record;
    decoded.push({ record, databases: pairs.databases.internAll(databases), users: pairs.users.internAll(users) });
  }
  // `sameuser` with a name stands for a database of that name: such databases must be known before the first look.
  if (pairs.databases.idOf('sameuser') !== undefined) {
    for (const { databases, users } of decoded) {
      if (databases.some(({ pattern }) => pattern.kind === 'sameuser')) for (const _ of pairs.of(databases, users));
    }
  }
  const line = new AddressLine(addressesOf(decoded));
  const search = new Search(decoded, new Cells(decoded, pairs, line, available), pairs, line, available);
  const overlaps = options.partly ? new Overlaps(pairs, line, available, options.doing) : undefined;
  const covered: Covered[] = [];
  decoded.forEach((one, index) => {
    const owners = search.owners(one);
    const coveredBy = owners === undefined ? [] : owners.map((owner) => decoded[owner]!.record);
    const partlyBy = coveredBy.length === 0 ? (overlaps?.of(one) ?? []) : [];
    if (coveredBy.length > 0 || partlyBy.length > 0) covered.push({ record: one.record, coveredBy, partlyBy });
    search.add(one, index);
    overlaps?.add(one);
  });
  return covered;
}

function* addressesOf(decoded: readonly Decoded[]): Generator<Address> {
  for (const { record } of decoded) if (record.address !== undefined) yield record.address;
}

function isJudged(record: HbaRecord): boolean {
  return record.error?.severity !== 'error' && record.connectionType !== undefined;
}

class Search {
  readonly #decoded: Decoded[];
  readonly #cells: Cells;
  readonly #pairs: Pairs;
  readonly #line: AddressLine;
  readonly #available: readonly Transport[];
  #cubesLeft = mostCubesTogether;

  constructor(decoded: Decoded[], cells: Cells, pairs: Pairs, line: AddressLine, available: readonly Transport[]) {
    this.#decoded = decoded;
    this.#cells = cells;
    this.#pairs = pairs;
    this.#line = line;
    this.#available = available;
  }

  add({ record, databases, users }: Decoded, index: number): void {
    this.#cells.add(record, index, databases, users);
  }

  /** The earlier records that together take every login of this one; undefined where some login is left to it. */
  owners(one: Decoded): number[] | undefined {
    const type = one.record.connectionType!;
    if (one.databases.length * one.users.length > mostPairs) return undefined;
    const groups = this.#cells.groups(type);
    if (groups === undefined) return undefined;
    const places: Cell[][] = [];
    for (const pair of this.#pairs.of(one.databases, one.users)) {
      for (const group of groups) {
        const cells = this.#cells.around(group, pair);
        if (cells.length === 0 || !this.#collect(one.record, cells)) return undefined;
        places.push(cells);
      }
    }
    const single = this.#single(one, places[0]!);
    if (single !== undefined) return [single];
    const together = new Set<number>();
    for (const cells of places) this.#collect(one.record, cells, together);
    for (const owner of together) if (this.#contains(owner, one)) return [owner];
    return [...together].sort((a, b) => a - b).slice(0, mostNamed);
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
      yield* this.#opaqueKeys(address);
      yield 'all';
    }
  }

  /** Keywords and host names that contain that of a record. */
  *#opaqueKeys(address: Address | undefined): Generator<AddressKey> {
    if (!address || address.kind === 'all' || address.kind === 'network') return;
    yield this.#line.keyOf(address);
    if (address.kind === 'samehost') yield 'samenet';
    if (address.kind !== 'host' && address.kind !== 'suffix') return;
    const { name, token } = address;
    for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
      yield this.#line.keyOf({ kind: 'suffix', name: name.slice(dot), token });
    }
  }

  /** Whether cells together contain a record's addresses; adds the records that do it, where they are wanted. */
  #collect(record: HbaRecord, cells: readonly Cell[], together?: Set<number>): boolean {
    const { address } = record;
    if (address?.kind === 'network' && !isContiguous(address)) return this.#collectCube(address, cells, together);
    if (cells.some(({ hasOpaque }) => hasOpaque)) {
      for (const key of this.#opaqueKeys(address)) {
        const owner = cells.map((cell) => cell.ownerOf(key, this.#line)).find((found) => found !== undefined);
        if (owner === undefined) continue;
        together?.add(owner);
        return true;
      }
    }
    const range = address?.kind === 'network' ? this.#line.rangeOf(address) : this.#line.all;
    return this.#collectRange(range, cells, together);
  }

  #collectRange([start, end]: Range, cells: readonly Cell[], together?: Set<number>): boolean {
    const gaps: Range[] = [];
    const hasCubes = cells.some(({ cubes }) => cubes.length > 0) && this.#cubesLeft > 0;
    for (let position = start; position < end; ) {
      let reached = position;
      for (const { ranges } of cells) {
        const until = ranges.coveredUntil(position);
        if (until > reached) reached = until;
      }
      if (reached === position) {
        if (!hasCubes || gaps.length >= mostCubes) return false;
        const next = Math.min(end, ...cells.map(({ ranges }) => ranges.nextOwned(position)));
        gaps.push([position, next]);
        reached = next;
      }
      position = reached;
    }
    const parts = gaps.length === 0 ? [] : this.#cubesOf(cells);
    for (const cube of gaps.flatMap((gap) => this.#line.cubesOf(gap))) {
      const owners = ownersOfCube(cube, parts);
      if (!owners) return false;
      for (const owner of owners) together?.add(owner);
    }
    if (together) this.#addOwners([start, end], cells, together);
    return true;
  }

  /** Networks with holes in their masks; the first of them where there are very many. */
  #cubesOf(cells: readonly Cell[]): OwnedCube[] {
    const found: OwnedCube[] = [];
    for (const { cubes } of cells) found.push(...cubes.slice(0, mostCubes));
    this.#cubesLeft -= found.length;
    return found;
  }

  /** The records that make up a covered range: from each place the one that reaches farthest. */
  #addOwners([start, end]: Range, cells: readonly Cell[], together: Set<number>): void {
    for (let position = start; position < end && together.size <= mostNamed; ) {
      let best: { end: number; owner: number } | undefined;
      for (const { ranges } of cells) {
        const owned = ranges.ownerAt(position);
        if (owned && owned.end > (best?.end ?? position)) best = owned;
      }
      if (best) together.add(best.owner);
      // A gap here is covered by a network with holes in its mask, which is named already.
      position = best?.end ?? Math.min(...cells.map(({ ranges }) => ranges.nextOwned(position)));
    }
  }

  /** The same for a network with holes in its mask. */
  #collectCube(network: Network, cells: readonly Cell[], together?: Set<number>): boolean {
    const cube = { family: network.family, value: network.address & network.mask, mask: network.mask };
    const [start, end] = this.#line.hullOf(cube);
    for (const cell of cells) {
      const owner = cell.ownerOf(this.#line.keyOf(network), this.#line);
      if (owner === undefined) continue;
      together?.add(owner);
      return true;
    }
    if (this.#cubesLeft <= 0) return false;
    const parts = this.#cubesOf(cells);
    for (const { ranges } of cells) {
      for (let position = start; position < end; ) {
        const owned = ranges.ownerAt(position);
        if (owned) {
          const range: Range = [owned.start, owned.end];
          for (const part of this.#line.cubesOf(range)) parts.push({ ...part, owner: owned.owner });
        }
        if (parts.length > 2 * mostCubes) return false;
        position = owned?.end ?? ranges.nextOwned(position);
      }
    }
    const owners = ownersOfCube(cube, parts);
    if (!owners) return false;
    for (const owner of owners) together?.add(owner);
    return true;
  }
}
