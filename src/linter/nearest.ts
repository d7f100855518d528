import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was most likely meant.
 *
 * @param name what was written
 * @param candidates the names that exist
 * @returns the closest candidate, letter case aside, or undefined where none is close enough to be worth a guess
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const written = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    // People often leave out the group (`no-trust` for `hba/no-trust`).
    const away = lower.endsWith(`/${written}`) ? 0 : distance(written, lower);
    if (away >= bestDistance) continue;
    best = candidate;
    bestDistance = away;
  }
  return best;
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
