import { nearestOf } from '../catalog/nearest-words.js';

/**
 * The one word of a list that was certainly meant, but for slips of the hand.
 *
 * @param text what was written
 * @param words what would be right
 * @returns undefined where no word is near, or several are
 */
export function closestWord(text: string, words: readonly string[]): string | undefined {
  const near = nearestOf(text, words, 2);
  return near.length === 1 ? near[0] : undefined;
}

/**
 * Words as a sentence lists them: `a`, `a and b`, `a, b and c`.
 *
 * @param words at least one word
 * @param conjunction the word before the last one
 */
export function listWords(words: readonly string[], conjunction = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
