/** Sets of addresses: ranges in order, on one line on which all IPv6 addresses come behind all IPv4 ones. */
import { bitsOf } from '../../addresses/masks.js';
import type { LoginAddress } from '../login.js';

/** First address and the one behind the last. */
export type AddressRange = readonly [start: bigint, end: bigint];
/** Without overlaps, and with gaps between, in order. */
export type AddressSet = readonly AddressRange[];

const v6Start = 1n << 32n;
const lineEnd = v6Start + (1n << 128n);

export const everyAddress: AddressSet = [[0n, lineEnd]];
/** What any machine has for itself: 127.0.0.1 or the network around it, and ::1. */
export const loopbackHost: AddressSet = [
  [0x7f000001n, 0x7f000002n],
  [v6Start + 1n, v6Start + 2n],
];
export const loopbackNetwork: AddressSet = [
  [0x7f000000n, 0x80000000n],
  [v6Start + 1n, v6Start + 2n],
];

/** The addresses of a network; for a mask with holes the smallest range around them. */
export function networkSet(network: { family: 4 | 6; address: bigint; mask: bigint }): AddressSet {
  const full = (1n << BigInt(bitsOf(network.family))) - 1n;
  const start = (network.address & network.mask) + (network.family === 4 ? 0n : v6Start);
  return [[start, start + (full ^ network.mask) + 1n]];
}

export function intersectAddresses(a: AddressSet, b: AddressSet): AddressSet {
  const common: AddressRange[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i]!, b[j]!];
    const start = left[0] > right[0] ? left[0] : right[0];
    const end = left[1] < right[1] ? left[1] : right[1];
    if (start < end) common.push([start, end]);
    if (left[1] < right[1]) i++;
    else j++;
  }
  return common;
}

export function complementAddresses(set: AddressSet): AddressSet {
  const rest: AddressRange[] = [];
  let from = 0n;
  for (const [start, end] of set) {
    if (start > from) rest.push([from, start]);
    from = end;
  }
  if (from < lineEnd) rest.push([from, lineEnd]);
  return rest;
}

export function subtractAddresses(a: AddressSet, b: AddressSet): AddressSet {
  return intersectAddresses(a, complementAddresses(b));
}

export function uniteAddresses(a: AddressSet, b: AddressSet): AddressSet {
  return complementAddresses(intersectAddresses(complementAddresses(a), complementAddresses(b)));
}

export function isSameAddresses(a: AddressSet, b: AddressSet): boolean {
  return a.length === b.length && a.every(([start, end], index) => start === b[index]![0] && end === b[index]![1]);
}

/** A network as people write it. */
export interface Network extends LoginAddress {
  prefix: number;
}

/** The networks that together make up a set, in order. */
export function* networksIn(set: AddressSet): Generator<Network> {
  for (const [start, end] of set) {
    if (start < v6Start) yield* networksBetween(4, start, end < v6Start ? end : v6Start);
    if (end > v6Start) yield* networksBetween(6, (start > v6Start ? start : v6Start) - v6Start, end - v6Start);
  }
}

function* networksBetween(family: 4 | 6, start: bigint, end: bigint): Generator<Network> {
  for (let from = start; from < end; ) {
    let prefix: number = bitsOf(family);
    let size = 1n;
    while (prefix > 0 && (from & (2n * size - 1n)) === 0n && from + 2n * size <= end) {
      size *= 2n;
      prefix--;
    }
    yield { family, value: from, prefix };
    from += size;
  }
}

/** The address of a set that has only one. */
export function singleAddress(set: AddressSet): LoginAddress | undefined {
  const [range] = set;
  if (set.length !== 1 || range![1] - range![0] !== 1n) return undefined;
  return addressAt(range![0]);
}

/** The set of one address. */
export function addressSetOf({ family, value }: LoginAddress): AddressSet {
  const place = family === 4 ? value : v6Start + value;
  return [[place, place + 1n]];
}

/** The set of the addresses at some places of the line, in any order. */
export function rangesOf(places: Iterable<bigint>): AddressSet {
  const ranges: [bigint, bigint][] = [];
  for (const place of [...places].sort((a, b) => (a < b ? -1 : Number(a > b)))) {
    const last = ranges.at(-1);
    if (!last || place > last[1]) ranges.push([place, place + 1n]);
    else if (place === last[1]) last[1] = place + 1n;
  }
  return ranges;
}

/** The address at a place of the line. */
export function addressAt(place: bigint): LoginAddress {
  return place < v6Start ? { family: 4, value: place } : { family: 6, value: place - v6Start };
}

/** The same login address as a place on the line, for tests and look-ups. */
export function contains(set: AddressSet, { family, value }: LoginAddress): boolean {
  const place = family === 4 ? value : v6Start + value;
  return set.some(([start, end]) => start <= place && place < end);
}
