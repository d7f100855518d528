import type { Fix, Problem } from './problem.js';

/**
 * A problem and those of the further places that have the same cause: whoever applies fixes, counts rules or looks for
 * what stands at a place wants all of them.
 */
export function everyPlace(problem: Problem): Problem[] {
  return problem.places === undefined ? [problem] : [problem, ...problem.places];
}

/**
 * How safe the fix of a problem is, the safest one where it has several places; undefined where it has none.
 */
export function fixSafetyOf(problem: Problem): Fix['safety'] | undefined {
  const offers = everyPlace(problem).map(({ fix, fixNotKept }) => fix?.safety ?? fixNotKept);
  return offers.includes('safe') ? 'safe' : offers.find((safety) => safety !== undefined);
}
