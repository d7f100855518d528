/** Which majors make the same tree of an authentication file. */
import type { Major } from '../catalog/majors.js';
import type { AuthTree } from './nodes.js';
import { mayBeTooLong } from './token-limit.js';

/** Where something about lines and tokens changed in hba.c: limits of bytes in 11 and 14, includes in 16, and in 19 what ends a token. */
const firsts: readonly Major[] = [19, 16, 14, 11, 10];

/** The first of the majors that read every text as this one does. */
export function dialectOf(target: Major): Major {
  return firsts.find((first) => first <= target) ?? 10;
}

/** The dialects that differ in nothing but includes and limits: most texts have neither. */
const akin: Partial<Record<Major, Major>> = { 14: 16, 16: 14 };

/** Another dialect whose tree of a text may be this one's as well; `isTreeOfBoth` tells. */
export function kinOf(dialect: Major): Major | undefined {
  return akin[dialect];
}

/** Whether a tree that was made for 14 is that of 16, or the other way around: no line is an include, or may be too long for 14. */
export function isTreeOfBoth({ lines, tokens }: AuthTree): boolean {
  return lines.every((line) => line.type === 'AuthLine' && !mayBeTooLong(line, 14) && !tokens.isDirective(line));
}
