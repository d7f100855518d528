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
  const tail = startsLine(before, left) && startsLine(after, left) ? left : afterLineFeed(after, left);
  return { start, endBefore: before.length - tail, endAfter: after.length - tail };
}

/** Whether the last characters of a text, so many of them, start with a line. */
function startsLine(text: string, left: number): boolean {
  const at = text.length - left;
  return at === 0 || text[at - 1] === '\n';
}

/** How many of the last characters stand after the first line feed among them. */
function afterLineFeed(text: string, left: number): number {
  const lineFeed = text.indexOf('\n', text.length - left);
  return lineFeed === -1 ? 0 : text.length - lineFeed - 1;
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
