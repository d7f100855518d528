/** Whether elements of the database and user columns match a login (hba.c: check_db, check_role). */
import type { Major } from '../catalog/majors.js';
import type { NamePattern } from '../cluster/types.js';
import { bytesOf } from '../syntax/regular-expression.js';
import type { Budget } from './budget.js';
import { isMember, type Knowledge, type Login } from './login.js';
import { compileRegularExpression } from './regular-expression.js';

/** NAMEDATALEN - 1 of pg_config_manual.h. */
const longestName = 63;

/** Whether a login can have a name: the server cuts longer ones (postmaster.c, ProcessStartupPacket) and refuses empty ones. */
export function canBeName(name: string): boolean {
  return name !== '' && (name.length * 3 <= longestName || bytesOf(name).length <= longestName);
}

/** Per element, the matcher of each target for which it was asked: expressions are compiled once. */
const compiled = new WeakMap<NamePattern, Map<Major, (name: string, budget?: Budget) => boolean | undefined>>();

/**
 * Tells whether a regular expression of a column matches a name.
 *
 * @param budget what finding out is paid from
 * @returns undefined where finding out would take too long; false for an expression that does not compile
 */
export function matchesExpression(
  pattern: NamePattern,
  name: string,
  target: Major,
  budget?: Budget,
): boolean | undefined {
  let byMajor = compiled.get(pattern);
  if (!byMajor) {
    byMajor = new Map();
    compiled.set(pattern, byMajor);
  }
  let matches = byMajor.get(target);
  if (!matches) {
    const expression = compileRegularExpression(pattern.value, target, pattern.token.file.encoding);
    matches = 'matches' in expression ? (subject, paid) => expression.matches(subject, paid) : () => false;
    byMajor.set(target, matches);
  }
  return matches(name, budget);
}

/** A name as the text of an element would hold it: a file that is no UTF-8 has a byte a character, clients send UTF-8. */
function asRead(name: string, { token }: NamePattern): string {
  return token.file.encoding === 'latin1' ? bytesOf(name) : name;
}

/**
 * Tells whether an element of the database column matches a login.
 *
 * @returns undefined where that depends on memberships, or on a file that was not read
 */
export function matchesDatabase(pattern: NamePattern, login: Login, knowledge: Knowledge): boolean | undefined {
  if (pattern.kind === 'unknown') return undefined;
  if (login.replication) return pattern.kind === 'replication';
  switch (pattern.kind) {
    case 'all':
      return true;
    case 'sameuser':
      return login.database === login.user;
    case 'samerole':
      return isMember(login.user, login.database, knowledge);
    case 'regex':
      return matchesExpression(pattern, asRead(login.database, pattern), knowledge.target, knowledge.budget);
    case 'name':
      return pattern.value === asRead(login.database, pattern);
    default:
      return false;
  }
}

/**
 * Tells whether an element of the user column matches a login.
 *
 * @returns undefined where that depends on memberships, or on a file that was not read
 */
export function matchesUser(pattern: NamePattern, login: Login, knowledge: Knowledge): boolean | undefined {
  switch (pattern.kind) {
    case 'unknown':
      return undefined;
    case 'all':
      return true;
    case 'members':
      return isMember(login.user, pattern.value, knowledge);
    case 'regex':
      return matchesExpression(pattern, asRead(login.user, pattern), knowledge.target, knowledge.budget);
    case 'name':
      return pattern.value === asRead(login.user, pattern);
    default:
      return false;
  }
}
