import { distance } from 'fastest-levenshtein';

/**
 * The one word of a list that was certainly meant: the nearest within two edits, if no other is as near.
 *
 * @param text what was written
 * @param words what would be right
 */
export function closestWord(text: string, words: readonly string[]): string | undefined {
  const lower = text.toLowerCase();
  if (lower === '') return undefined;
  const limit = lower.length <= 3 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  let isTie = false;
  for (const word of words) {
    const edits = distance(lower, word.toLowerCase());
    if (edits > bestDistance) continue;
    isTie = edits === bestDistance;
    best = word;
    bestDistance = edits;
  }
  return isTie || bestDistance > limit ? undefined : best;
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
