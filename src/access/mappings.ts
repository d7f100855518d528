/** Which system users a map of pg_ident.conf lets log in as a role (hba.c: check_usermap, check_ident_usermap). */
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
/** What stands in a role for the first group of the expression; only its first occurrence is replaced. */
const firstGroup = '\\1';

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
    const group = groupFor(login.user, written, ignoreCase);
    return group === undefined || !groups ? undefined : { ...found, group };
  }
  const user = ignoreCase && databaseUser.kind === 'name' ? asWritten(login.user, databaseUser.value) : login.user;
  const matches = matchesUser(databaseUser, { ...login, user }, knowledge);
  if (matches === false) return undefined;
  return matches ? found : { ...found, ifMemberOf: databaseUser.kind === 'members' ? databaseUser.value : undefined };
}

/** The text that makes a role of a pattern with `\1`. */
function groupFor(role: string, pattern: string, ignoreCase: boolean): string | undefined {
  const at = pattern.indexOf(firstGroup);
  const [before, after] = [pattern.slice(0, at), pattern.slice(at + firstGroup.length)];
  const group = role.slice(before.length, role.length - after.length);
  if (before.length + after.length > role.length) return undefined;
  const made = before + group + after;
  return made === role || (ignoreCase && asciiLowerCase(made) === asciiLowerCase(role)) ? group : undefined;
}

/** A role as a mapping writes it, where the two differ in letter case alone. */
function asWritten(role: string, written: string): string {
  return asciiLowerCase(role) === asciiLowerCase(written) ? written : role;
}
