/** Which majors make the same tree of an authentication file. */
import { firstMajor, type Major } from '../catalog/majors.js';
import type { AuthTree } from './nodes.js';
import { mayBeTooLong } from './token-limit.js';

/** Where something about lines and tokens changed in hba.c: limits of bytes in 11 and 14, includes in 16, and in 19 what ends a token. */
const firsts: readonly Major[] = [19, 16, 14, 11, firstMajor];

/** The first of the majors that read every text as this one does. */
export function dialectOf(target: Major): Major {
  return firsts.find((first) => first <= target) ?? firstMajor;
}

/** The dialects that differ in nothing but includes, limits and carriage returns: most texts have none of these. */
const akin: readonly Major[] = [14, 16, 19];

/** The other dialects whose tree of a text may be this one's as well; `isTreeOfAll` tells. */
export function kinOf(dialect: Major): readonly Major[] {
  return akin.includes(dialect) ? akin.filter((other) => other !== dialect) : [];
}

/** Whether a tree that was made for 14, 16 or 19 is that of all three: no line is an include, or may be too long for 14, and each carriage return ends a line. */
export function isTreeOfAll({ lines, tokens, text }: AuthTree): boolean {
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return false;
  return lines.every((line) => line.type === 'AuthLine' && !mayBeTooLong(line, 14) && !tokens.isDirective(line));
}
