import type { Network } from '../../addresses/networks.js';

/** How many addresses a network has, for people: 16,777,216. Powers of two that nobody can read stay powers. */
export function addressCount({ family, mask }: Pick<Network, 'family' | 'mask'>): string {
  const all = (1n << (family === 4 ? 32n : 128n)) - 1n;
  const zeros = onesOf(all ^ mask);
  if (zeros > 53) return `2^${zeros}`;
  return (1n << BigInt(zeros)).toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

function onesOf(bits: bigint): number {
  return bits.toString(2).replaceAll('0', '').length;
}
