import type { Portion } from '../budget.js';
import { isSameAddresses, uniteAddresses } from './address-set.js';
import { type Condition, conditionKey } from './condition.js';
import { isSameNames, uniteNames } from './name-set.js';
import { type Region, sizeOf } from './region.js';

/** More regions than this are left as they are: merging compares each with each. */
const mostMerged = 500;

/**
 * Puts regions together that differ in one respect only; they must not overlap.
 *
 * @throws OutOfBudget
 */
export function mergeRegions(regions: readonly Region[], portion: Portion): Region[] {
  if (regions.length > mostMerged) return [...regions];
  let merged = [...regions];
  for (let changed = true; changed; ) {
    changed = false;
    const result: Region[] = [];
    for (const region of merged) {
      let united: Region | undefined;
      const at = result.findIndex((other) => {
        portion.spend(4 + ((sizeOf(other) + sizeOf(region)) >> 2));
        united = unite(other, region);
        return united !== undefined;
      });
      if (at === -1) result.push(region);
      else {
        result[at] = united!;
        changed = true;
      }
    }
    merged = result;
  }
  return merged;
}

function unite(a: Region, b: Region): Region | undefined {
  const transports = a.transports.join() === b.transports.join();
  const addresses = isSameAddresses(a.addresses, b.addresses);
  const databases = isSameNames(a.databases, b.databases);
  const users = isSameNames(a.users, b.users);
  const conditions = isSameConditions(a.conditions, b.conditions);
  const differing = [transports, addresses, databases, users, conditions].filter((isSame) => !isSame).length;
  if (differing === 0) return a;
  if (differing > 1) return undefined;
  if (!transports) return { ...a, transports: [...a.transports, ...b.transports] };
  if (!addresses) return { ...a, addresses: uniteAddresses(a.addresses, b.addresses) };
  if (!databases) return { ...a, databases: uniteNames(a.databases, b.databases) };
  if (!users) return { ...a, users: uniteNames(a.users, b.users) };
  const left = withoutOpposite(a.conditions, b.conditions);
  return left && { ...a, conditions: left };
}

function keyOf(condition: Condition): string {
  return `${condition.holds} ${conditionKey(condition)}`;
}

function isSameConditions(a: readonly Condition[], b: readonly Condition[]): boolean {
  if (a.length !== b.length) return false;
  const keys = new Set(a.map(keyOf));
  return b.every((condition) => keys.has(keyOf(condition)));
}

/** Where one condition holds in one and not in the other, and nothing else differs, it says nothing. */
function withoutOpposite(a: readonly Condition[], b: readonly Condition[]): Condition[] | undefined {
  if (a.length !== b.length) return undefined;
  const keys = new Set(b.map(keyOf));
  const differing = a.filter((condition) => !keys.has(keyOf(condition)));
  if (differing.length !== 1 || !keys.has(keyOf({ ...differing[0]!, holds: !differing[0]!.holds }))) return undefined;
  return a.filter((condition) => condition !== differing[0]);
}
