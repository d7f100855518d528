import type { Problem } from './problem.js';

/**
 * A problem and those of the further places that have the same cause: whoever applies fixes, counts rules or looks for
 * what stands at a place wants all of them.
 */
export function everyPlace(problem: Problem): Problem[] {
  return problem.places === undefined ? [problem] : [problem, ...problem.places];
}
