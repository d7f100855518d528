/** Unions of address sets with holes in their masks (255.0.255.0): exact, by splitting bit after bit. */
import type { Portion } from '../budget.js';
import type { Cube } from './address-line.js';

/** A set with the number of the record that it comes from. */
export interface OwnedCube extends Cube {
  owner: number;
}

/** Whether two sets have an address in common. */
export function intersect(a: Cube, b: Cube): boolean {
  return a.family === b.family && ((a.value ^ b.value) & a.mask & b.mask) === 0n;
}

function contains(outer: Cube, inner: Cube): boolean {
  return (outer.mask & ~inner.mask) === 0n && intersect(outer, inner);
}

/**
 * Tells whether sets together contain another one.
 *
 * @param parts the sets that may be used
 * @returns the records that contribute, or undefined where a part of the set stays free
 * @throws OutOfBudget
 */
export function ownersOfCube(whole: Cube, parts: readonly OwnedCube[], portion: Portion): Set<number> | undefined {
  const owners = new Set<number>();
  const isCovered = (cube: Cube, candidates: readonly OwnedCube[]): boolean => {
    portion.spend(6 * candidates.length);
    const touching = candidates.filter((part) => intersect(part, cube));
    const container = touching.find((part) => contains(part, cube));
    if (container) {
      owners.add(container.owner);
      return true;
    }
    if (touching.length === 0) return false;
    // The highest bit that the first candidate fixes and the set leaves free.
    const free = touching[0]!.mask & ~cube.mask;
    const bit = 1n << BigInt(free.toString(2).length - 1);
    const mask = cube.mask | bit;
    const zero = { family: cube.family, value: cube.value & cube.mask, mask };
    return isCovered(zero, touching) && isCovered({ ...zero, value: zero.value | bit }, touching);
  };
  return isCovered(whole, parts) ? owners : undefined;
}
