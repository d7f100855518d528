/** One address out of a set, within masks with holes and outside of others. */
import { bitsOf } from '../../addresses/masks.js';
import type { Spending } from '../budget.js';
import type { LoginAddress } from '../login.js';
import { type AddressSet, addressAt, contains, intersectAddresses, networkSet } from '../regions/address-set.js';
import type { Condition } from '../regions/condition.js';

/** What people know as examples: the networks of RFC 5737 and 3849, then private ones. */
const usual: readonly LoginAddress[] = [
  { family: 4, value: 0xcb007107n },
  { family: 4, value: 0xc6336407n },
  { family: 4, value: 0x0a010203n },
  { family: 6, value: (0x20010db8n << 96n) | 7n },
];

/** So many ranges are tried for such an address. */
const mostTried = 16;

/** Bits that are given: `bits` where `mask` has ones. */
interface Fixed {
  mask: bigint;
  bits: bigint;
}

type Mask = Required<Pick<Condition, 'network' | 'holds'>>;

/**
 * Finds an address: the search is complete.
 *
 * @param masks conditions on masks with holes
 * @returns undefined where there is none
 * @throws OutOfBudget
 */
export function exampleAddress(set: AddressSet, masks: readonly Mask[], spending: Spending): LoginAddress | undefined {
  const fits = (address: LoginAddress) => masks.every(({ network, holds }) => isWithin(address, network) === holds);
  // The first address of a network is that of no client.
  const second = set.slice(0, mostTried).map(([start]) => addressAt(start + 1n));
  const known = [...usual, ...second].find((address) => contains(set, address) && fits(address));
  if (known) return known;
  for (const family of [4, 6] as const) {
    const own = intersectAddresses(set, networkSet({ family, address: 0n, mask: 0n }));
    const within = masks.filter(({ holds }) => holds);
    if (own.length === 0 || within.some(({ network }) => network.family !== family)) continue;
    const outside = masks.filter(({ network, holds }) => !holds && network.family === family);
    let fixed: Fixed | undefined = { mask: 0n, bits: 0n };
    for (const { network } of within) fixed = fixed && both(fixed, { mask: network.mask, bits: network.address });
    const value = fixed && search(family, own, fixed, outside, spending);
    if (value !== undefined) return { family, value };
  }
  return undefined;
}

function isWithin({ family, value }: LoginAddress, network: Mask['network']): boolean {
  return family === network.family && (value & network.mask) === network.address;
}

function both(a: Fixed, b: Fixed): Fixed | undefined {
  if (((a.bits ^ b.bits) & a.mask & b.mask) !== 0n) return undefined;
  return { mask: a.mask | b.mask, bits: a.bits | b.bits };
}

/** Takes the smallest address that fits the bits; where it is in a mask that it must not be in, one of its bits differs. */
function search(
  family: 4 | 6,
  set: AddressSet,
  fixed: Fixed,
  outside: readonly Mask[],
  spending: Spending,
): bigint | undefined {
  spending.spend(bitsOf(family) + set.length + outside.length);
  let value: bigint | undefined;
  for (const [start, end] of set) {
    const size = end - start;
    const from = addressAt(start).value;
    value = smallestFrom(from, fixed, bitsOf(family));
    if (value !== undefined && value - from < size) break;
    value = undefined;
  }
  if (value === undefined) return undefined;
  const around = outside.find(({ network }) => isWithin({ family, value }, network));
  if (!around) return value;
  const { mask } = around.network;
  for (let bit = 0; bit < bitsOf(family); bit++) {
    const place = 1n << BigInt(bit);
    if ((mask & place) === 0n || (fixed.mask & place) !== 0n) continue;
    const other = { mask: fixed.mask | place, bits: fixed.bits | (~value & place) };
    const found = search(family, set, other, outside, spending);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The smallest number from a start on that has given bits. */
function smallestFrom(start: bigint, { mask, bits }: Fixed, count: number): bigint | undefined {
  const free = ~mask & ((1n << BigInt(count)) - 1n);
  let raise: bigint | undefined;
  for (let bit = BigInt(count) - 1n; bit >= 0n; bit--) {
    const place = 1n << bit;
    const below = place - 1n;
    const own = start & place;
    if ((mask & place) === 0n) {
      // Here a larger number may begin, if what follows has none that is large enough.
      if (own === 0n) raise = ((start | place) & ~below) | (bits & below);
    } else if ((bits & place) > own) return (start & free & ~below & ~place) | bits;
    else if ((bits & place) < own) return raise;
  }
  return start;
}
