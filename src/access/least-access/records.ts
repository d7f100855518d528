/** The records that meet needs: as few as products of ways in, networks, databases and roles make of them. */
import type { Major } from '../../catalog/majors.js';
import type { ConnectionType, HbaRecord } from '../../cluster/types.js';
import type { Portion } from '../budget.js';
import type { Transport } from '../login.js';
import { methodKey } from '../record-meaning.js';
import { type AddressSet, addressSetOf, type Network, networkSet, subtractAddresses } from '../regions/address-set.js';
import type { Need } from './needs.js';
import { leastPrefixes } from './prefixes.js';
import { coverWithRectangles, type Triple } from './rectangles.js';

/** A record to be written. */
export interface LeastRecord {
  type: ConnectionType;
  /** `replicationName` for physical replication. */
  databases: readonly string[];
  users: readonly string[];
  /** Undefined for `local`. */
  network: Network | 'all' | undefined;
  /** The record of today with its method and options; undefined for one that rejects. */
  like: HbaRecord | undefined;
}

/** What the list has before the records of one way: who comes with GSSAPI encryption goes no further. */
export type Listed = LeastRecord | 'no more with GSSAPI encryption';

/** The logins of one role to one database in one way. */
interface Cell {
  triple: Triple;
  /** By method and options. */
  sets: Map<HbaRecord, AddressSet>;
}

/** One network, or the Unix socket, with one method. */
interface Block extends Pick<LeastRecord, 'network' | 'like'> {
  cells: Cell[];
}

/**
 * Makes the list of records.
 *
 * No type of record is for connections without encryption alone: hostnossl has GSSAPI encryption, too. So those that are to have
 * it come first, and a record that rejects it goes before the others.
 *
 * @param order of today's records, in which those of the list come
 * @throws OutOfBudget
 */
export function leastRecords(
  needs: readonly Need[],
  target: Major,
  order: readonly HbaRecord[],
  portion: Portion,
): Listed[] {
  const places = new Map(order.map((record, index) => [record, index]));
  const blocks = blocksOf(cellsOf(needs), portion);
  // Where networks lie in each other, their records must come in order, so that none may go before all with GSSAPI encryption.
  const isNested = [...blocks.values()].some(({ like }) => like === undefined) || hasWider(blocks);
  const types = typesFor(target, isNested);
  const groups = Object.keys(types).map((ways) => ways.split(' ') as Transport[]);
  const found = [...blocks.values()].flatMap((block) => {
    const { network, like, cells } = block;
    const needed = cells.map(({ triple }) => triple);
    return coverWithRectangles(needed, allowedIn(block, blocks), groups).flatMap(({ transports, databases, users }) => {
      const { type, isFirst = false } = types[transports.join(' ')]!;
      return portionsOf(databases).flatMap((some) =>
        portionsOf(users).map((few) => {
          const record: LeastRecord = { type, databases: some, users: few, network, like };
          return { record, isFirst, place: like ? places.get(like)! : -1 };
        }),
      );
    });
  });
  found.sort(
    (a, b) =>
      Number(b.isFirst) - Number(a.isFirst) ||
      (isNested ? prefixOf(b.record) - prefixOf(a.record) : 0) ||
      a.place - b.place ||
      inOrder(nameOf(a.record), nameOf(b.record)),
  );
  const list: Listed[] = found.map(({ record }) => record);
  const plain = found.findIndex(({ record, isFirst }) => target >= 12 && !isFirst && record.type === 'hostnossl');
  if (plain !== -1) list.splice(plain, 0, 'no more with GSSAPI encryption');
  return list;
}

/** So many names a column has: servers up to 13 read lines of 8 kB, and people shorter ones. */
const mostNames = 50;

function portionsOf(names: readonly string[]): string[][] {
  const sorted = [...names].sort(inOrder);
  const count = Math.ceil(sorted.length / mostNames);
  return Array.from({ length: count }, (_, index) => sorted.slice(index * mostNames, (index + 1) * mostNames));
}

/** `isFirst` where it goes before what rejects GSSAPI encryption. */
type Types = Readonly<Record<string, { type: ConnectionType; isFirst?: true }>>;

/** The types of records by the ways that they have, as far as the order of networks leaves them. Before 12 there is no GSSAPI encryption. */
function typesFor(target: Major, isNested: boolean): Types {
  const types: Types = { local: { type: 'local' }, tls: { type: 'hostssl' }, plain: { type: 'hostnossl' } };
  if (target < 12) return { ...types, 'plain tls': { type: 'host' } };
  const withGss: Types = {
    ...types,
    'plain tls': { type: 'hostnogssenc' },
    gss: { type: 'hostgssenc', isFirst: true },
  };
  if (isNested) return withGss;
  return {
    ...withGss,
    'plain gss': { type: 'hostnossl', isFirst: true },
    'plain tls gss': { type: 'host', isFirst: true },
  };
}

function cellsOf(needs: readonly Need[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { transport, user, database, addresses, record } of needs) {
    const key = JSON.stringify([transport, user, database]);
    const cell = cells.get(key) ?? { triple: { transport, user, database }, sets: new Map() };
    cells.set(key, cell);
    cell.sets.set(record, addresses);
  }
  return [...cells.values()];
}

/** The networks of all cells, each with those that need it. */
function blocksOf(cells: readonly Cell[], portion: Portion): Map<string, Block> {
  const blocks = new Map<string, Block>();
  const add = (network: LeastRecord['network'], like: HbaRecord | undefined, cell: Cell) => {
    const key = blockKey(network, like);
    const known = blocks.get(key);
    if (known) known.cells.push(cell);
    else blocks.set(key, { network, like, cells: [cell] });
  };
  for (const cell of cells) {
    const sets = [...cell.sets].map(([label, addresses]) => ({ label, addresses }));
    if (cell.triple.transport === 'local') add(undefined, sets[0]!.label, cell);
    else for (const { network, label } of leastPrefixes(sets, portion)) add(network, label, cell);
  }
  return blocks;
}

/** Whether a network lies in another one, of those that need both. */
function hasWider(blocks: ReadonlyMap<string, Block>): boolean {
  const likes = new Set([...blocks.values()].map(({ like }) => like));
  return [...blocks.values()].some(({ network, like, cells }) =>
    [...likes].some(
      (other) =>
        other !== like &&
        widerThan(network).some((wider) =>
          blocks.get(blockKey(wider, other))?.cells.some((one) => cells.includes(one)),
        ),
    ),
  );
}

/** Who gets the same in a network by what a wider one says, and so may stand in its record, too. */
function allowedIn({ network, like }: Block, blocks: ReadonlyMap<string, Block>): Triple[] {
  if (like === undefined || network === undefined || network === 'all') return [];
  const own = networkRange(network);
  return widerThan(network).flatMap((wider) =>
    (blocks.get(blockKey(wider, like))?.cells ?? []).flatMap(({ triple, sets }) =>
      subtractAddresses(own, sets.get(like) ?? []).length === 0 ? [triple] : [],
    ),
  );
}

function widerThan(network: LeastRecord['network']): (Network | 'all')[] {
  if (network === undefined || network === 'all') return [];
  const { family, value, prefix } = network;
  const shorter = Array.from({ length: prefix }, (_, length): Network => {
    const hosts = BigInt((family === 4 ? 32 : 128) - length);
    return { family, value: (value >> hosts) << hosts, prefix: length };
  });
  return ['all', ...shorter];
}

function networkRange({ family, value, prefix }: Network): AddressSet {
  const bits = family === 4 ? 32n : 128n;
  const hosts = (1n << (bits - BigInt(prefix))) - 1n;
  return networkSet({ family, address: value, mask: ((1n << bits) - 1n) ^ hosts });
}

function blockKey(network: LeastRecord['network'], like: HbaRecord | undefined): string {
  const method = like ? methodKey(like) : 'reject';
  if (typeof network !== 'object') return `${network ?? 'local'} ${method}`;
  return `${network.family} ${network.value} ${network.prefix} ${method}`;
}

function prefixOf({ network }: LeastRecord): number {
  return typeof network === 'object' ? network.prefix : -1;
}

/** A text that puts records in order: type, network, databases, roles. */
function nameOf({ type, network, databases, users }: LeastRecord): string {
  const place =
    typeof network === 'object'
      ? `${addressSetOf(network)[0]![0].toString(16).padStart(34, '0')}/${network.prefix}`
      : (network ?? '');
  return [type, place, ...databases, ...users].join('\0');
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
