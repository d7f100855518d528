/** Masks of networks. */

/** How many bits an address of a family has. */
export function bitsOf(family: 4 | 6): 32 | 128 {
  return family === 4 ? 32 : 128;
}

/** The mask of a prefix length, 0 to 32 or 128. */
export function maskOfPrefix(prefix: number, family: 4 | 6): bigint {
  const bits = bitsOf(family);
  const known = (family === 4 ? masks4 : masks6)[prefix];
  if (known !== undefined) return known;
  return ((1n << BigInt(prefix)) - 1n) << BigInt(bits - prefix);
}

const masks4 = Array.from({ length: 33 }, (_, prefix) => ((1n << BigInt(prefix)) - 1n) << BigInt(32 - prefix));
const masks6 = Array.from({ length: 129 }, (_, prefix) => ((1n << BigInt(prefix)) - 1n) << BigInt(128 - prefix));
