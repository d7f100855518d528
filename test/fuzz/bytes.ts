/** Damage of bytes: what editors, merges, transfers and people who mean harm do to files. */
import type { Random } from '../servers/generators/random.js';

const interesting = ['\0', '\n', '\r', '\r\n', '\\', '"', "'", '#', '\x1b[2J', '\u2028', '\u202e', '\ufeff', ' ', '\t'];
const words = [
  'include ',
  'include_dir ',
  '@',
  '/(a+)+\\1',
  '{{ x }}',
  '# pgconflint-disable-next-line ',
  '-- until 2027-01-01',
  '99999999999999999999',
  '-1',
  '__proto__',
  '../',
  '/dev/zero',
];

/**
 * Changes bytes at random places: flipped, put in, cut, doubled, moved, or taken from another text.
 *
 * @param other a text to take parts from
 * @param changes at most so many changes
 */
export function damage(random: Random, text: Uint8Array, other: Uint8Array, changes = 8): Uint8Array {
  let bytes = [...text];
  for (let left = random.integer(1, changes); left > 0; left--) {
    const at = random.integer(0, bytes.length);
    const length = Math.min(bytes.length - at, random.pick([1, 1, 2, 8, 60, 400]));
    const part = bytes.slice(at, at + length);
    bytes = random.choose(
      [3, () => bytes.toSpliced(at, 1, random.integer(0, 255))],
      [3, () => bytes.toSpliced(at, 0, ...Buffer.from(random.pick(interesting)))],
      [2, () => bytes.toSpliced(at, 0, ...Buffer.from(random.pick(words)))],
      [2, () => bytes.toSpliced(at, length)],
      [1, () => bytes.toSpliced(at, 0, ...Array.from({ length: random.integer(1, 30) }, () => part).flat())],
      [1, () => bytes.toSpliced(at, length).toSpliced(random.integer(0, Math.max(0, at - 1)), 0, ...part)],
      [1, () => bytes.toSpliced(at, 0, ...other.slice(0, random.integer(0, other.length)))],
      [1, () => bytes.slice(0, at)],
    );
    if (bytes.length === 0) break;
  }
  return Uint8Array.from(bytes);
}
