/** Which lines differ between two texts of one file. */

/** The lines that differ: all before `start` and all after the ends are the same. */
export interface ChangedLines {
  /** Where the first line that differs starts, in both texts. */
  start: number;
  /** Where the lines end that differ: in the text before, and in the text after. */
  endBefore: number;
  endAfter: number;
}

/**
 * Finds the lines that differ, from the first to the last one of them.
 *
 * @param before the text as it was
 * @param after the text as it is
 */
export function changedLines(before: string, after: string): ChangedLines {
  const shorter = Math.min(before.length, after.length);
  const same = sameFrom(before, after, shorter);
  const start = same === 0 ? 0 : after.lastIndexOf('\n', same - 1) + 1;
  const left = sameUpTo(before, after, shorter - start);
  // A line starts after a line feed that both have.
  const lineFeed = after.indexOf('\n', after.length - left);
  const tail = lineFeed === -1 ? 0 : after.length - lineFeed - 1;
  return { start, endBefore: before.length - tail, endAfter: after.length - tail };
}

/** Long stretches are compared as a whole: that is many times faster than one character after the other. */
const stretch = 4096;

/** How many characters are the same from the start on. */
function sameFrom(before: string, after: string, most: number): number {
  let at = 0;
  while (at + stretch <= most && before.slice(at, at + stretch) === after.slice(at, at + stretch)) at += stretch;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  return at;
}

/** How many characters are the same up to the end. */
function sameUpTo(before: string, after: string, most: number): number {
  const [endBefore, endAfter] = [before.length, after.length];
  const isSame = (left: number, size: number) =>
    before.slice(endBefore - left - size, endBefore - left) === after.slice(endAfter - left - size, endAfter - left);
  let left = 0;
  while (left + stretch <= most && isSame(left, stretch)) left += stretch;
  while (left < most && before.charCodeAt(endBefore - 1 - left) === after.charCodeAt(endAfter - 1 - left)) left++;
  return left;
}
