/** Slips of the hand. */
import { distance as levenshtein } from 'fastest-levenshtein';

/** How many letters must come, go or change to make one text of another. */
export function distance(a: string, b: string): number {
  return levenshtein(a, b);
}
