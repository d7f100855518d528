/** One name out of a set that regular expressions match, or do not. */
import { OutOfBudget, type Portion } from '../budget.js';
import { canBeName, matchesExpression } from '../names.js';
import type { Comparing } from '../regions/comparing.js';
import type { NameSet } from '../regions/name-set.js';
import { replicationName } from '../regions/region.js';
import { sampleNames } from '../takers/sample-names.js';
import { type NameCondition, searchName } from './expression-search.js';

/** Where a set has nearly all names; people see at once that they are examples. */
const usual = ['someone', 'anyone', 'other', 'a1'];

/**
 * Finds a name: the search is complete.
 *
 * @param preferred names to try first
 * @returns undefined where there is none
 * @throws OutOfBudget
 */
export function exampleName(
  { except, names }: NameSet,
  conditions: readonly NameCondition[],
  preferred: readonly string[],
  comparing: Comparing,
  portion: Portion,
): string | undefined {
  const fits = (name: string) =>
    canBeName(name) &&
    conditions.every(({ pattern, holds }) => {
      portion.spend(4);
      const matched = matchesExpression(pattern, name, comparing.target, comparing.budget);
      if (matched === undefined) throw new OutOfBudget();
      return matched === holds;
    });
  if (!except) {
    const some = [...names].filter((name) => name !== replicationName);
    return [...preferred.filter((name) => names.has(name)), ...some].find(fits);
  }
  const samples = conditions.flatMap(({ pattern, holds }) => (holds ? sampleNames(pattern, comparing.target) : []));
  const found = [...preferred, ...usual, ...samples].find((name) => !names.has(name) && fits(name));
  if (found !== undefined) return found;
  if (conditions.length > 0) return searchName(conditions, names, comparing.target, portion);
  // One of so many is not among those that are left out.
  const numbered = Array.from({ length: names.size + 1 }, (_, index) => `someone${index + 1}`);
  return numbered.find((name) => !names.has(name));
}
