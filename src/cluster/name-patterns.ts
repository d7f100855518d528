/** The elements of the columns that name databases, roles and system users (hba.c, check_db, check_role). */
import type { Major } from '../catalog/majors.js';
import { checkRegularExpression } from '../syntax/regular-expression.js';
import { refusal } from './reading-error.js';
import type { NamePattern, PlacedToken, ReadingError } from './types.js';

const slash = 47;
const plus = 43;

type ToPattern = (token: PlacedToken, target: Major) => NamePattern;

/** The meaning of one element of the database column. */
export function databasePattern(token: PlacedToken, target: Major): NamePattern {
  if (token.unread) return { kind: 'unknown', value: token.value, token };
  if (!token.quoted) {
    switch (token.value) {
      case 'all':
      case 'sameuser':
      case 'samerole':
      case 'replication':
        return { kind: token.value, value: '', token };
      case 'samegroup':
        return { kind: 'samerole', value: '', token };
    }
  }
  return target >= 16 ? regexOrName(token) : { kind: 'name', value: token.value, token };
}

/** The meaning of one element of the user column; from 16 on also of the database user of pg_ident.conf. */
export function userPattern(token: PlacedToken, target: Major): NamePattern {
  if (token.unread) return { kind: 'unknown', value: token.value, token };
  if (!token.quoted) {
    if (token.value === 'all') return { kind: 'all', value: '', token };
    if (token.value.charCodeAt(0) === plus) return { kind: 'members', value: token.value.slice(1), token };
  }
  return target >= 16 ? regexOrName(token) : { kind: 'name', value: token.value, token };
}

/** A regular expression where a slash stands in front, quoted or not; else a name. */
export function regexOrName(token: PlacedToken): NamePattern {
  if (token.value.charCodeAt(0) !== slash) return { kind: 'name', value: token.value, token };
  return { kind: 'regex', value: token.value.slice(1), token };
}

/**
 * Appends the elements of a column.
 *
 * @returns the error of the first regular expression that does not compile
 */
export function readPatterns(
  tokens: readonly PlacedToken[],
  patterns: NamePattern[],
  target: Major,
  toPattern: ToPattern,
): ReadingError | undefined {
  for (const token of tokens) {
    const pattern = toPattern(token, target);
    patterns.push(pattern);
    // Every element that starts with a slash is compiled, keywords never do.
    const error = pattern.kind === 'regex' ? checkPattern(pattern, target) : undefined;
    if (error !== undefined) return error;
  }
  return undefined;
}

/** Says why a regular expression does not compile. */
export function checkPattern(pattern: NamePattern, target: Major): ReadingError | undefined {
  if (pattern.kind !== 'regex') return undefined;
  const result = checkRegularExpression(pattern.value, target, pattern.token.file.encoding);
  if (result.ok) return undefined;
  return refusal(pattern.token, 'invalid-regular-expression', `/${pattern.value} does not compile: ${result.message}`);
}
