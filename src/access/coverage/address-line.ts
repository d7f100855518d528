/**
 * All addresses on one line of numbers, so that networks are ranges: first the IPv4 addresses themselves, then the IPv6
 * addresses by the rank of the bounds that occur in the records (128 bits would not fit).
 */
import type { Address } from '../../cluster/types.js';
import { asciiLowerCase } from '../addresses.js';

const v4Size = 2 ** 32;
const v6Size = 1n << 128n;

/** A range of the line, the end excluded. */
export type Range = [start: number, end: number];

/** Addresses that agree with `value` in the bits of `mask`. */
export interface Cube {
  family: 4 | 6;
  value: bigint;
  mask: bigint;
}

export type Network = Extract<Address, { kind: 'network' }>;

/** Whether a mask is a row of ones followed by zeros: then the network is a range. */
export function isContiguous({ family, mask }: { family: 4 | 6; mask: bigint }): boolean {
  const rest = (family === 4 ? 0xffffffffn : v6Size - 1n) ^ mask;
  return (rest & (rest + 1n)) === 0n;
}

/** First and last address of a network, the end excluded. */
function boundsOf({ family, address, mask }: { family: 4 | 6; address: bigint; mask: bigint }): [bigint, bigint] {
  const start = address & mask;
  return [start, start + (family === 4 ? 0x100000000n : v6Size) - mask];
}

/** What equal addresses share, however they are written. Nearly all are networks of IPv4, which one number can tell apart. */
export type AddressKey = string | number;

function networkKey(family: 4 | 6, first: bigint, mask: bigint): AddressKey {
  if (family === 4) {
    const hostBits = ~Number(mask);
    // The masks with holes are told apart as texts.
    if ((hostBits & (hostBits + 1)) !== 0) return `${Number(first)}/${Number(mask)}`;
    return Number(first) * 64 + Math.clz32(hostBits);
  }
  return `${first.toString(36)}:${mask.toString(36)}`;
}

export class AddressLine {
  readonly #bounds: bigint[];
  readonly #ranks: Map<bigint, number>;
  /** The keys that are texts, of addresses that were asked for, which is often. */
  readonly #keys = new WeakMap<Address, AddressKey>();
  /** The whole line. */
  readonly all: Range;

  /** @param addresses every address that will be asked for */
  constructor(addresses: Iterable<Address>) {
    const bounds = new Set<bigint>([0n, 1n, 2n, v6Size]);
    for (const address of addresses) {
      if (address.kind !== 'network' || address.family === 4 || !isContiguous(address)) continue;
      for (const bound of boundsOf(address)) bounds.add(bound);
    }
    this.#bounds = [...bounds].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    this.#ranks = new Map(this.#bounds.map((bound, rank) => [bound, v4Size + rank]));
    this.all = [0, v4Size + this.#bounds.length - 1];
  }

  /** The range of a network with a contiguous mask. */
  rangeOf(network: { family: 4 | 6; address: bigint; mask: bigint }): Range {
    if (network.family === 4) {
      const start = Number(network.address & network.mask);
      return [start, start + v4Size - Number(network.mask)];
    }
    const [start, end] = boundsOf(network);
    return [this.#ranks.get(start)!, this.#ranks.get(end)!];
  }

  /** What an address surely contains, as ranges: its network, everything, or the loopback. */
  certainRanges(address: Address | undefined): Range[] {
    if (!address || address.kind === 'all') return [this.all];
    if (address.kind === 'network') return isContiguous(address) ? [this.rangeOf(address)] : [];
    const loopback6: Range = [v4Size + 1, v4Size + 2];
    if (address.kind === 'samehost') return [[0x7f000001, 0x7f000002], loopback6];
    if (address.kind === 'samenet') return [[0x7f000000, 0x80000000], loopback6];
    return [];
  }

  /** The key of an address. */
  keyOf(address: Address | undefined): AddressKey {
    if (!address || address.kind === 'all') return 'all';
    // A number is as soon made as found.
    if (address.kind === 'network' && address.family === 4) return keyOf(address);
    let key = this.#keys.get(address);
    if (key === undefined) this.#keys.set(address, (key = keyOf(address)));
    return key;
  }

  /** The keys of every network that contains this one, itself included, and of all addresses. */
  *keysAround(network: Network): Generator<AddressKey> {
    const bits = network.family === 4 ? 32 : 128;
    const full = (1n << BigInt(bits)) - 1n;
    for (let length = 0; length <= bits; length += 1) {
      const mask = full ^ (full >> BigInt(length));
      if ((mask & network.mask) !== mask) break;
      yield networkKey(network.family, network.address & mask, mask);
    }
    yield this.keyOf(network);
    yield 'all';
  }

  /** The smallest range with all addresses that differ from a value only in some bits. */
  hullOf({ family, value, mask }: Cube): Range {
    const full = family === 4 ? 0xffffffffn : v6Size - 1n;
    const first = value & mask;
    const last = first | (full ^ mask);
    if (family === 4) return [Number(first), Number(last) + 1];
    return [this.#rankAtMost(first), this.#rankAtMost(last) + 1];
  }

  #rankAtMost(value: bigint): number {
    let low = 0;
    let high = this.#bounds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#bounds[middle]! <= value) low = middle;
      else high = middle - 1;
    }
    return v4Size + low;
  }

  /** The networks that together make up a range, one after the other. */
  *cubesOf([start, end]: Range): Generator<Cube> {
    if (start < v4Size) yield* networksOf(4, BigInt(start), BigInt(Math.min(end, v4Size)));
    if (end > v4Size) {
      const from = this.#bounds[Math.max(start, v4Size) - v4Size]!;
      yield* networksOf(6, from, this.#bounds[end - v4Size]!);
    }
  }
}

function keyOf(address: Address): AddressKey {
  if (address.kind === 'network') return networkKey(address.family, address.address & address.mask, address.mask);
  return 'name' in address ? `${address.kind} ${asciiLowerCase(address.name)}` : address.kind;
}

function* networksOf(family: 4 | 6, start: bigint, end: bigint): Generator<Cube> {
  const size = family === 4 ? 1n << 32n : v6Size;
  for (let from = start; from < end; ) {
    let length = from === 0n ? size : from & -from;
    while (from + length > end) length >>= 1n;
    yield { family, value: from, mask: size - length };
    from += length;
  }
}

/** The smallest range around ranges. */
export function hullOf(ranges: readonly Range[]): Range {
  return [Math.min(...ranges.map(([start]) => start)), Math.max(...ranges.map(([, end]) => end))];
}

/** The keys of the keywords and host names that surely contain those of an address, its own among them. */
export function* opaqueKeys(address: Address | undefined, line: AddressLine): Generator<AddressKey> {
  if (!address || address.kind === 'all' || address.kind === 'network') return;
  yield line.keyOf(address);
  if (address.kind === 'samehost') yield 'samenet';
  if (address.kind !== 'host' && address.kind !== 'suffix') return;
  const { name, token } = address;
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    yield line.keyOf({ kind: 'suffix', name: name.slice(dot), token });
  }
}
