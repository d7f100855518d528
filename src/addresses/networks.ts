/** Networks, and what they have in common. Scopes do not count: the server compares addresses alone (ifaddr.c). */
import { bitsOf, maskOfPrefix } from './masks.js';

/** The addresses that agree with one in the bits of a mask. */
export interface Network {
  family: 4 | 6;
  address: bigint;
  mask: bigint;
}

/** The number of leading one bits of a network's mask; undefined where the mask has holes. */
export function prefixLength({ family, mask }: Pick<Network, 'family' | 'mask'>): number | undefined {
  return (family === 4 ? prefixes4 : prefixes6).get(mask);
}

const prefixes4 = prefixesOf(4);
const prefixes6 = prefixesOf(6);

function prefixesOf(family: 4 | 6): ReadonlyMap<bigint, number> {
  return new Map(Array.from({ length: bitsOf(family) + 1 }, (_, prefix) => [maskOfPrefix(prefix, family), prefix]));
}

/** Whether every address of the inner network is one of the outer one. */
export function containsNetwork(outer: Network, inner: Network): boolean {
  if (outer.family !== inner.family || (outer.mask & ~inner.mask) !== 0n) return false;
  return ((outer.address ^ inner.address) & outer.mask) === 0n;
}

/** Whether two networks have an address in common. */
export function networksMeet(a: Network, b: Network): boolean {
  return a.family === b.family && ((a.address ^ b.address) & a.mask & b.mask) === 0n;
}

/** 127.0.0.1 and ::1, the addresses that every machine has for itself. */
export const loopback: Readonly<Record<4 | 6, bigint>> = { 4: 0x7f00_0001n, 6: 1n };

/** Whether an address never leaves the machine: one of 127.0.0.0/8, or ::1. */
export function isLoopback(family: 4 | 6, address: bigint): boolean {
  return family === 4 ? address >> 24n === 127n : address === loopback[6];
}

/** Whether a network has no address but those that never leave the machine. */
export function isLoopbackNetwork({ family, address, mask }: Network): boolean {
  // The first numbers decide it nearly always.
  if (!isLoopback(family, address)) return false;
  return family === 4 ? mask >> 24n === 255n : mask === maskOfPrefix(128, 6);
}

/** Whether a host name is that of the machine itself on all common systems. */
export function isLoopbackName(name: string): boolean {
  return /^localhost(?:\.localdomain)?\.?$/i.test(name);
}
