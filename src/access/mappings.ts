/** Which system users a map of pg_ident.conf lets log in as a role (hba.c: check_usermap, check_ident_usermap). */

import type { Major } from '../catalog/majors.js';
import type { Cluster, HbaRecord, IdentMapping } from '../cluster/types.js';
import { asciiLowerCase } from './addresses.js';
import type { Knowledge, Login } from './login.js';
import { matchesUser } from './names.js';
import { compileRegularExpression } from './regular-expression.js';

/** A mapping by which a system user becomes a role. */
export interface MappingToRole {
  mapping: IdentMapping;
  /** The text of its system user; an expression without its slash. */
  systemUser: string;
  isExpression: boolean;
  /** What the first group of the expression must match; undefined where any match will do. */
  group: string | undefined;
  /** The role of which the login's role must be a member, where that is not known. */
  ifMemberOf: string | undefined;
}

/** What a record with a map makes of system users. */
export interface SystemUsers {
  map: string;
  /** In the server's order; undefined where no pg_ident.conf was read. */
  mappings: MappingToRole[] | undefined;
  /** Whether the server takes the file; it takes all of it or nothing. */
  loads: boolean;
}

/** Where letter case may not count: only the names that Kerberos gives are compared so. */
const kerberosMethods: readonly (string | undefined)[] = ['gss', 'sspi'];
/** What stands in a role for the first group of the expression: once replaced up to 18, everywhere from 19 on. */
const firstGroup = '\\1';
const everywhereFrom = 19;

/**
 * Finds the system users that a record lets log in as a role.
 *
 * @param record the one that decides the login
 * @returns undefined where the record has no map: then the two names must be equal
 */
export function systemUsersOf(
  record: HbaRecord,
  login: Login,
  { ident, configuration }: Cluster,
  knowledge: Knowledge,
): SystemUsers | undefined {
  const map = record.options.findLast(({ name }) => name === 'map')?.value;
  if (map === undefined || map === '') return undefined;
  if (ident === undefined) return { map, mappings: undefined, loads: true };
  const { reading } = configuration.get('krb_caseins_users');
  const ignoreCase = kerberosMethods.includes(record.method) && reading?.ok === true && reading.value === true;
  const mappings = ident.mappings
    .filter(({ mapName, error }) => mapName?.value === map && error?.severity !== 'error')
    .flatMap((mapping) => mappingToRole(mapping, login, knowledge, ignoreCase) ?? []);
  return { map, mappings, loads: ident.loads };
}

function mappingToRole(
  mapping: IdentMapping,
  login: Login,
  knowledge: Knowledge,
  ignoreCase: boolean,
): MappingToRole | undefined {
  const { systemUser, databaseUser } = mapping;
  if (systemUser === undefined || databaseUser === undefined) return undefined;
  const isExpression = systemUser.kind === 'regex';
  const found = { mapping, systemUser: systemUser.value, isExpression, group: undefined, ifMemberOf: undefined };
  const written = databaseUser.token.value;
  if (isExpression && databaseUser.kind !== 'regex' && written.includes(firstGroup)) {
    const { groups } = compileRegularExpression(systemUser.value, knowledge.target, systemUser.token.file.encoding) as {
      groups?: number;
    };
    const group = groupFor(login.user, partsAround(written, knowledge.target), ignoreCase);
    return group === undefined || !groups ? undefined : { ...found, group };
  }
  const user = ignoreCase && databaseUser.kind === 'name' ? asWritten(login.user, databaseUser.value) : login.user;
  const matches = matchesUser(databaseUser, { ...login, user }, knowledge);
  if (matches === false) return undefined;
  return matches ? found : { ...found, ifMemberOf: databaseUser.kind === 'members' ? databaseUser.value : undefined };
}

/** What stands before, between and after the groups of a pattern with `\1`. */
function partsAround(pattern: string, target: Major): string[] {
  const parts = pattern.split(firstGroup);
  return target < everywhereFrom ? [parts[0]!, parts.slice(1).join(firstGroup)] : parts;
}

/** The text that makes a role of a pattern. */
function groupFor(role: string, parts: readonly string[], ignoreCase: boolean): string | undefined {
  const length = (role.length - parts.join('').length) / (parts.length - 1);
  if (length < 0 || !Number.isInteger(length)) return undefined;
  const start = parts[0]!.length;
  const group = role.slice(start, start + length);
  const made = parts.join(group);
  return made === role || (ignoreCase && asciiLowerCase(made) === asciiLowerCase(role)) ? group : undefined;
}

/** A role as a mapping writes it, where the two differ in letter case alone. */
function asWritten(role: string, written: string): string {
  return asciiLowerCase(role) === asciiLowerCase(written) ? written : role;
}
