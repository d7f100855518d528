import type { HbaRecord } from '../../cluster/types.js';

/** Names that an example has, where the region has them: people know them. */
export interface Preferred {
  users: readonly string[];
  databases: readonly string[];
}

/** So many names of the files are tried for examples. */
const mostNames = 100;

/** The first names that records have. */
export function namesIn(records: readonly HbaRecord[]): Preferred {
  const users = new Set<string>();
  const databases = new Set<string>();
  for (const record of records) {
    for (const { kind, value } of record.users) if (kind === 'name' && users.size < mostNames) users.add(value);
    for (const { kind, value } of record.databases) {
      if (kind === 'name' && databases.size < mostNames) databases.add(value);
    }
  }
  return { users: [...users], databases: [...databases] };
}
