/** The elements of the columns that name databases, roles and system users (hba.c, check_db, check_role). */
import type { Major } from '../../catalog/majors.js';
import { checkRegularExpression } from '../../syntax/regular-expression.js';
import type { NamePattern, PlacedToken, ReadingError } from '../types.js';
import { refusal } from './reading-error.js';

const slash = 47;
const plus = 43;

/** The meaning of one element of the database column. */
export function databasePattern(token: PlacedToken, target: Major): NamePattern {
  const { value } = token;
  if (token.unread) return { kind: 'unknown', value, token };
  if (!token.quoted) {
    switch (value) {
      case 'all':
      case 'sameuser':
      case 'samerole':
      case 'replication':
        return { kind: value, value: '', token };
      case 'samegroup':
        return { kind: 'samerole', value: '', token };
    }
  }
  return target >= 16 ? regexOrName(token, value) : { kind: 'name', value, token };
}

/** The meaning of one element of the user column; from 16 on also of the database user of pg_ident.conf. */
export function userPattern(token: PlacedToken, target: Major): NamePattern {
  const { value } = token;
  if (token.unread) return { kind: 'unknown', value, token };
  if (!token.quoted) {
    if (value === 'all') return { kind: 'all', value: '', token };
    if (value.charCodeAt(0) === plus) return { kind: 'members', value: value.slice(1), token };
  }
  return target >= 16 ? regexOrName(token, value) : { kind: 'name', value, token };
}

/** A regular expression where a slash stands in front, quoted or not; else a name. */
export function regexOrName(token: PlacedToken, value = token.value): NamePattern {
  if (value.charCodeAt(0) !== slash) return { kind: 'name', value, token };
  return { kind: 'regex', value: value.slice(1), token };
}

/**
 * Checks the elements of a column in order; what stands behind the first wrong one is taken out, as the server does not
 * come to it.
 *
 * @returns the error of the first regular expression that does not compile
 */
export function checkPatterns(patterns: NamePattern[], target: Major): ReadingError | undefined {
  for (let index = 0; index < patterns.length; index++) {
    // Every element that starts with a slash is compiled, keywords never do.
    const error = checkPattern(patterns[index]!, target);
    if (error === undefined) continue;
    patterns.length = index + 1;
    return error;
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
