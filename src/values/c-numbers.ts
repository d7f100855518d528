/**
 * A number as C's `atoi` reads it (glibc: strtol cut to 32 bits): white space and a sign in front, then digits, then anything.
 *
 * @returns 0 where there is no number
 */
export function atoi(text: string): number {
  const digits = /^[ \t\n\v\f\r]*([+-]?\d+)/.exec(text)?.[1];
  return digits === undefined ? 0 : toInt32(digits);
}

/**
 * A number as `strtol` reads it, kept in a C int; the whole text must be one.
 *
 * @returns undefined where it is none
 */
export function strtolInt(text: string): number | undefined {
  const digits = /^[ \t\n\v\f\r]*([+-]?\d+)$/.exec(text)?.[1];
  return digits === undefined ? undefined : toInt32(digits);
}

function toInt32(digits: string): number {
  const exact = BigInt(digits);
  const largest = 2n ** 63n - 1n;
  const clamped = exact > largest ? largest : exact < -largest - 1n ? -largest - 1n : exact;
  return Number(BigInt.asIntN(32, clamped));
}
