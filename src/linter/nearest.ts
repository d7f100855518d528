import { nearestOf } from '../catalog/nearest-words.js';

/**
 * The candidate that was most likely meant.
 *
 * @param name what was written
 * @param candidates the names that exist
 * @returns the closest candidate, letter case aside, or undefined where none is close enough to be worth a guess
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const names = [...candidates];
  // People often leave out the group (`no-trust` for `hba/no-trust`).
  const inGroup = names.find((candidate) => candidate.toLowerCase().endsWith(`/${name.toLowerCase()}`));
  // Of two letters nothing is near but what has one more at its end.
  const longer = names.find((candidate) => name.length === 2 && candidate.slice(0, -1) === name);
  return inGroup ?? nearestOf(name, names)[0] ?? longer;
}

/**
 * A clause for the end of a message about an unknown name.
 *
 * @returns ` Did you mean X?`, or an empty text
 */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const guess = nearest(name, candidates);
  return guess === undefined ? '' : ` Did you mean ${guess}?`;
}
