/** Keywords of pg_hba.conf that stand in a column where they are names. */
import type { HbaRecord, PlacedToken } from '../../cluster/types.js';
import { isTaken } from './records.js';

/** A token that is a keyword of another column. */
export interface MisplacedKeyword {
  token: PlacedToken;
  keyword: string;
  /** Where it stands, and where it would be a keyword. */
  column: 'user' | 'address';
  belongs: 'database' | 'user' | 'address';
}

const databaseKeywords = new Set(['replication', 'sameuser', 'samerole', 'samegroup']);
const addressKeywords = new Set(['samehost', 'samenet']);

/**
 * Finds a keyword of another column among the names of a record. `replication` is a likely name of a role: as a user it
 * counts only beside databases that are names, where no record of the file is for replication as that role.
 *
 * @param all gives the records of the file
 */
export function misplacedKeyword(record: HbaRecord, all: () => readonly HbaRecord[]): MisplacedKeyword | undefined {
  if (!isTaken(record)) return undefined;
  for (const { kind, value, token } of record.users) {
    if (kind !== 'name' || token.quoted) continue;
    if (addressKeywords.has(value)) return { token, keyword: value, column: 'user', belongs: 'address' };
    if (!databaseKeywords.has(value)) continue;
    if (value === 'replication' && !isSurelySwapped(record, all)) continue;
    return { token, keyword: value, column: 'user', belongs: 'database' };
  }
  const { address } = record;
  if (address?.kind !== 'host' || address.token.quoted || !databaseKeywords.has(address.name)) return undefined;
  return { token: address.token, keyword: address.name, column: 'address', belongs: 'database' };
}

function isSurelySwapped(record: HbaRecord, all: () => readonly HbaRecord[]): boolean {
  if (!record.databases.every(({ kind }) => kind === 'name')) return false;
  return !all().some(
    ({ databases, users }) =>
      databases.some(({ kind }) => kind === 'replication') &&
      users.some(({ kind, value }) => kind !== 'name' || value === 'replication'),
  );
}
