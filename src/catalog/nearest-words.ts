import { lowerCaseAscii } from './records.js';

/**
 * Of some words those that are near to one, best first: for any list of names or values.
 *
 * @param word what was written
 * @param candidates what it might mean
 */
export function nearestOf(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const written = bare(word);
  const sorted = sortedWords(word);
  // One slip in five letters is a slip; more is another word.
  const most = Math.max(1, Math.floor(written.length / 5));
  if (written.length < 3) return [];
  let best = most;
  let near: { name: string; distance: number }[] = [];
  for (const name of candidates) {
    const other = bare(name);
    if (Math.abs(other.length - written.length) > best) continue;
    const distance = sorted === sortedWords(name) ? 0 : slips(written, other, best);
    if (distance > best) continue;
    best = distance;
    near.push({ name, distance });
  }
  near = near.filter((entry) => entry.distance === best);
  if (near.length > limit) return [];
  return near.map((entry) => entry.name).sort((a, b) => commonStart(word, b) - commonStart(word, a));
}

const bare = (name: string) => lowerCaseAscii(name).replace(/[-_ ]/g, '');

const sortedWords = (name: string) => lowerCaseAscii(name).split(/[-_ ]/).sort().join('_');

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && lowerCaseAscii(a[length]!) === lowerCaseAscii(b[length] ?? '')) length++;
  return length;
}

/**
 * How many slips make one word of another: a letter missing, added, changed, or swapped with the next one
 * (optimal string alignment).
 *
 * @param most above this the exact number does not matter and `most + 1` is given
 */
function slips(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      let count = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + changed);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) count = Math.min(count, beforeLast[column - 2]! + 1);
      current.push(count);
    }
    if (Math.min(...current) > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
