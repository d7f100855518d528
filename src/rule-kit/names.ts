/** Names that were probably meant. */
import { distance as levenshtein } from 'fastest-levenshtein';

/** How many letters must come, go or change to make one text of another. */
export function distance(a: string, b: string): number {
  return levenshtein(a, b);
}
export { nearestNames } from '../catalog/nearest.js';
export { nearestOf } from '../catalog/nearest-words.js';
