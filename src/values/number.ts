/**
 * The C library's number readers, as PostgreSQL calls them for parameters: strtol with base 0 and strtod.
 * Both read a prefix of the text and say where they stopped.
 */

/** What a C number reader made of the head of a text. */
export interface NumberPrefix {
  value: number;
  /** Offset of the first character that does not belong to the number; 0 where there is no number. */
  end: number;
  /** errno was ERANGE: too large for the type, or (strtod) too small to be held exactly. */
  outOfRange: boolean;
}

const long = /^[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)/;
const octalDigits = /^0[0-7]*/;
const double =
  /^[ \t\n\v\f\r]*([+-]?)(?:0[xX]((?:[0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)(?:[pP][+-]?[0-9]+)?)|((?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|(inf(?:inity)?)|(nan(?:\([0-9A-Za-z_]*\))?))/i;
const maxLong = 2n ** 63n - 1n;
const smallestNormal = 2 ** -1022;

/**
 * Reads as C's `strtol(text, &end, 0)` on a 64-bit machine: leading white space, a sign, `0x` for hexadecimal, a leading `0` for octal.
 *
 * @param text any text
 */
export function readLong(text: string): NumberPrefix {
  const match = long.exec(text);
  if (match === null) return { value: 0, end: 0, outOfRange: false };
  const [whole, sign, written = ''] = match;
  let digits = written;
  let literal = written;
  if (/^0[0-9]/.test(written)) {
    // Octal stops at the first 8 or 9.
    digits = octalDigits.exec(written)![0];
    literal = digits === '0' ? '0' : `0o${digits.slice(1)}`;
  }
  const end = whole.length - written.length + digits.length;
  const magnitude = BigInt(literal);
  const limit = sign === '-' ? maxLong + 1n : maxLong;
  const outOfRange = magnitude > limit;
  const clamped = outOfRange ? limit : magnitude;
  return { value: Number(sign === '-' ? -clamped : clamped), end, outOfRange };
}

/**
 * Reads as C's `strtod`: decimal and hexadecimal floating point, `inf`, `infinity`, `nan`, in any letter case.
 *
 * @param text any text
 */
export function readDouble(text: string): NumberPrefix {
  const match = double.exec(text);
  if (match === null) return { value: 0, end: 0, outOfRange: false };
  const [whole, sign, hexadecimal, decimal, infinity] = match;
  const end = whole.length;
  const signed = (value: number) => (sign === '-' ? -value : value);
  if (infinity !== undefined) return { value: signed(Number.POSITIVE_INFINITY), end, outOfRange: false };
  if (hexadecimal !== undefined) {
    const { value, outOfRange } = readHexadecimal(hexadecimal);
    return { value: signed(value), end, outOfRange };
  }
  if (decimal === undefined) return { value: Number.NaN, end, outOfRange: false };
  const value = Number(decimal);
  const isZero = !/[1-9]/.test(decimal.replace(/[eE].*/, ''));
  const outOfRange = value === Number.POSITIVE_INFINITY || (!isZero && value < smallestNormal);
  return { value: signed(value), end, outOfRange };
}

/** Rounds `mantissa × 2^exponent` to a double, ties to even. */
function readHexadecimal(text: string): { value: number; outOfRange: boolean } {
  const [significand, power] = text.split(/[pP]/) as [string, string | undefined];
  const [whole, fraction = ''] = significand.split('.') as [string, string | undefined];
  let mantissa = BigInt(`0x${whole}${fraction}`);
  if (mantissa === 0n) return { value: 0, outOfRange: false };
  let exponent = Number(power ?? 0) - 4 * fraction.length;
  const bits = mantissa.toString(2).length;
  const kept = Math.min(53, bits + exponent + 1074);
  let exact = true;
  if (kept < 0) return { value: 0, outOfRange: true };
  if (bits > kept) {
    const dropped = BigInt(bits - kept);
    const rest = mantissa & ((1n << dropped) - 1n);
    const half = 1n << (dropped - 1n);
    mantissa >>= dropped;
    exponent += Number(dropped);
    exact = rest === 0n;
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa += 1n;
  }
  // Two steps, because 2^exponent alone may be too small or too large for a double.
  const half = Math.trunc(exponent / 2);
  const value = Number(mantissa) * 2 ** half * 2 ** (exponent - half);
  return { value, outOfRange: value === Number.POSITIVE_INFINITY || (!exact && value < smallestNormal) };
}

/**
 * Rounds as C's `rint`: to the nearest integer, halves to the even one.
 *
 * @param value any number
 */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * Prints as C's `%g`: six significant digits, no trailing zeros, an exponent for the very large and the very small.
 *
 * @param value any finite number
 */
export function formatGeneral(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const { digits, exponent } = sixDigits(Math.abs(value));
  const sign = value < 0 ? '-' : '';
  const trimmed = digits.replace(/0+$/, '');
  if (exponent < -4 || exponent >= 6) {
    const fraction = trimmed.length > 1 ? `.${trimmed.slice(1)}` : '';
    const power = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${trimmed[0]}${fraction}e${exponent < 0 ? '-' : '+'}${power}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${trimmed}`;
  const whole = digits.slice(0, exponent + 1);
  const fraction = trimmed.slice(exponent + 1);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** The six leading digits, ties to even: JavaScript rounds ties up, C does not. */
function sixDigits(value: number): { digits: string; exponent: number } {
  const [long, power] = value.toExponential(60).split('e') as [string, string];
  const all = long.replace('.', '');
  const kept = all.slice(0, 6);
  const rest = all.slice(6);
  const isTie = /^50*$/.test(rest);
  const roundsUp = isTie ? Number(kept) % 2 === 1 : rest >= '5';
  const rounded = roundsUp ? String(Number(kept) + 1) : kept;
  if (rounded.length > 6) return { digits: rounded.slice(0, 6), exponent: Number(power) + 1 };
  return { digits: rounded, exponent: Number(power) };
}

/**
 * Reads as C's `strtoul(text, &end, 0)` on a 64-bit machine; only whether it fits is told.
 *
 * @param text any text
 */
export function readUnsignedLong(text: string): { outOfRange: boolean } {
  const match = long.exec(text);
  if (match === null) return { outOfRange: false };
  const written = match[2]!;
  const digits = /^0[0-9]/.test(written) ? `0o${octalDigits.exec(written)![0].slice(1) || '0'}` : written;
  return { outOfRange: BigInt(digits) >= 2n ** 64n };
}
