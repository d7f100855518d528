import type { Transport } from '../../access/login.js';
import { matchesDatabase, matchesUser } from '../../access/names.js';
import { takesTransport } from '../../access/transports.js';
import type { Major } from '../../catalog/majors.js';
import type { HbaRecord } from '../../cluster/types.js';
import { isRemote, letsIn } from './records.js';

/** A login from somewhere: over the socket, or from another machine. */
export interface LoginFromSomewhere {
  transport: Transport;
  user: string;
  /** A database, or `replication`. */
  database: string;
}

/** Whether a record lets a login in from some address, or may, where files do not tell. */
export function mayLetIn(record: HbaRecord, { transport, user, database }: LoginFromSomewhere, target: Major): boolean {
  if (!(transport === 'local' ? letsIn(record) : isRemote(record)) || !takesTransport(record, transport)) return false;
  const login = { transport, user, database, replication: database === 'replication', address: undefined };
  return (
    record.databases.some((pattern) => matchesDatabase(pattern, login, { target }) !== false) &&
    record.users.some((pattern) => matchesUser(pattern, login, { target }) !== false)
  );
}
