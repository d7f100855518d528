/** Which bytes a character, class or bracket of a regular expression matches, in the C collation. */
import type { Major } from '../../catalog/majors.js';
import type { CharacterSet, Class, ClassName, ExpressionFlags } from '../../syntax/regular-expression-nodes.js';

/** For each byte 1 where it belongs to the set, else 0. */
export type ByteSet = Uint8Array;

const lineFeed = 10;

function fromRanges(...ranges: [from: number, to: number][]): ByteSet {
  const set = new Uint8Array(256);
  for (const [from, to] of ranges) set.fill(1, from, to + 1);
  return set;
}

const upper: [number, number] = [65, 90];
const lower: [number, number] = [97, 122];
const digits: [number, number] = [48, 57];
const punctuation: [number, number][] = [
  [33, 47],
  [58, 64],
  [91, 96],
  [123, 126],
];

/** Only ASCII has classes in the C collation; `cntrl` alone goes beyond it (regc_locale.c). */
const classes: Record<ClassName, ByteSet> = {
  alnum: fromRanges(digits, upper, lower),
  alpha: fromRanges(upper, lower),
  ascii: fromRanges([0, 127]),
  blank: fromRanges([9, 9], [32, 32]),
  cntrl: fromRanges([0, 31], [127, 159]),
  digit: fromRanges(digits),
  graph: fromRanges([33, 126]),
  lower: fromRanges(lower),
  print: fromRanges([32, 126]),
  punct: fromRanges(...punctuation),
  space: fromRanges([9, 13], [32, 32]),
  upper: fromRanges(upper),
  xdigit: fromRanges(digits, [65, 70], [97, 102]),
  word: fromRanges(digits, upper, lower, [95, 95]),
};

/** The bytes that `\w` matches and that make words for `\m`, `\M`, `\y` and `\Y`. */
export const wordBytes: ByteSet = classes.word;

/**
 * A byte in lower case, as expressions with `(?i)` compare it.
 *
 * @param byte 0 to 255; only ASCII letters have a case in the C collation
 */
export function lowerCase(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte + 32 : byte;
}

function otherCase(byte: number): number {
  if (byte >= 65 && byte <= 90) return byte + 32;
  return byte >= 97 && byte <= 122 ? byte - 32 : byte;
}

function withOtherCase(set: ByteSet): ByteSet {
  const both = new Uint8Array(set);
  for (let byte = 0; byte < 128; byte += 1) if (set[byte]) both[otherCase(byte)] = 1;
  return both;
}

function complement(set: ByteSet): ByteSet {
  return set.map((member) => 1 - member);
}

function union(into: ByteSet, other: ByteSet): void {
  for (let byte = 0; byte < 256; byte += 1) if (other[byte]) into[byte] = 1;
}

function classSet({ name }: Class, flags: ExpressionFlags): ByteSet {
  return flags.ignoreCase && (name === 'lower' || name === 'upper') ? classes.alpha : classes[name];
}

/** What `.` matches. */
export function anySet(flags: ExpressionFlags): ByteSet {
  const set = new Uint8Array(256).fill(1);
  if (flags.newlineStops) set[lineFeed] = 0;
  return set;
}

/** What a single character matches; one beyond 255 matches no byte. */
export function characterSet(code: number, flags: ExpressionFlags): ByteSet {
  const set = new Uint8Array(256);
  if (code > 255) return set;
  set[code] = 1;
  return flags.ignoreCase ? withOtherCase(set) : set;
}

/** What `\d`, `\W` and their like match outside of brackets. Up to 13 the negated ones followed the rules of `[^…]`. */
export function classEscapeSet(part: Class, flags: ExpressionFlags, major: Major): ByteSet {
  const set = classSet(part, flags);
  if (!part.negated) return set;
  const negated = complement(set);
  if (flags.newlineStops && major < 14) negated[lineFeed] = 0;
  return negated;
}

/** What a bracket expression matches. */
export function bracketSet(bracket: CharacterSet, flags: ExpressionFlags): ByteSet {
  const set = new Uint8Array(256);
  for (const part of bracket.parts) {
    if (part.type === 'Class') {
      const members = classSet(part, flags);
      union(set, part.negated ? complement(members) : members);
      continue;
    }
    const range = new Uint8Array(256);
    if (part.from < 256) range.fill(1, part.from, Math.min(part.to, 255) + 1);
    union(set, flags.ignoreCase ? withOtherCase(range) : range);
  }
  if (!bracket.negated) return set;
  const negated = complement(set);
  if (flags.newlineStops) negated[lineFeed] = 0;
  return negated;
}
