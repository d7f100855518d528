/** Addresses as people write them. For messages and fixes of rules. */

/**
 * An IPv4 or IPv6 address out of its bits.
 *
 * @param value 32 or 128 bits
 * @returns IPv6 as RFC 5952 has it: lower case, the longest row of zeros as `::`
 */
export function formatAddress(family: 4 | 6, value: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const zeros = longestZeros(groups);
  if (zeros === undefined) return groups.join(':');
  return `${groups.slice(0, zeros.start).join(':')}::${groups.slice(zeros.end).join(':')}`;
}

/** The first longest row of at least two zero groups. */
function longestZeros(groups: readonly string[]): { start: number; end: number } | undefined {
  let best: { start: number; end: number } | undefined;
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === '0') end++;
    if (end - start >= 2 && end - start > (best === undefined ? 0 : best.end - best.start)) best = { start, end };
  }
  return best;
}
