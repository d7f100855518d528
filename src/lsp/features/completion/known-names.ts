import type { Cluster, NamePattern } from '../../../cluster/types.js';

/** Databases that the records of the cluster name. */
export function databasesOf({ hba }: Cluster): string[] {
  return distinct(hba?.records.flatMap((record) => namesIn(record.databases)) ?? []);
}

/** Roles that the records and the mappings of the cluster name. */
export function rolesOf({ hba, ident }: Cluster): string[] {
  const users = hba?.records.flatMap((record) => namesIn(record.users, true)) ?? [];
  const mapped = ident?.mappings.flatMap(({ databaseUser }) => namesIn(databaseUser ? [databaseUser] : [])) ?? [];
  return distinct([...users, ...mapped.filter((name) => !name.includes('\\1'))]);
}

/** External users that the mappings name. */
export function systemUsersOf({ ident }: Cluster): string[] {
  return distinct(ident?.mappings.flatMap(({ systemUser }) => namesIn(systemUser ? [systemUser] : [])) ?? []);
}

/** The maps: those that pg_ident.conf has, and those that records use although it lacks them. */
export function mapsOf({ ident, hba }: Cluster): { name: string; exists: boolean }[] {
  const existing = distinct(ident?.mappings.flatMap(({ mapName }) => mapName?.value ?? []) ?? []);
  const used = hba?.records.flatMap(({ options }) => options.filter(({ name }) => name === 'map')) ?? [];
  const missing = distinct(used.map(({ value }) => value)).filter((name) => !existing.includes(name));
  return [...existing.map((name) => ({ name, exists: true })), ...missing.map((name) => ({ name, exists: false }))];
}

/** Addresses and host names that the records of the cluster name. */
export function addressesOf({ hba }: Cluster): string[] {
  const tokens = hba?.records.flatMap(({ address }) => (address === undefined ? [] : [address])) ?? [];
  return distinct(tokens.filter((one) => !('maskToken' in one && one.maskToken)).map(({ token }) => token.value));
}

function namesIn(patterns: readonly NamePattern[], withRoles = false): string[] {
  return patterns
    .filter(({ kind }) => kind === 'name' || (withRoles && kind === 'members'))
    .map(({ value }) => value)
    .filter((value) => value !== '');
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
