import type { CarriedText } from '../../../documents/carrier.js';
import type { Remark } from '../../../documents/document.js';

/** A login without which the platform does not work, and the record of its own that lets it in. */
export interface OwnLogin {
  connection: 'local' | 'tls';
  user: string;
  /** A database, or `replication`. */
  database: string;
  /** What does not work without it, as the end of a sentence. */
  effect: string;
  record: string;
}

/** What a list of records must let in, since it takes the place of the platform's own. */
export function withOwnLogins(
  text: CarriedText | undefined,
  platform: string,
  logins: readonly OwnLogin[],
): CarriedText | undefined {
  if (text === undefined) return undefined;
  const remarks = logins.map(
    (login): Remark => ({ about: 'own-login', data: { platform, ...login }, start: 0, end: text.text.length }),
  );
  return { ...text, remarks: [...(text.remarks ?? []), ...remarks] };
}

/**
 * Who logs in to keep a cluster of Spilo running: Patroni through the socket (TEMPLATE, `use_unix_socket`), and replicas, as
 * the record of the template has them.
 */
export const loginsOfSpilo: readonly OwnLogin[] = [
  {
    connection: 'local',
    user: 'postgres',
    database: 'postgres',
    effect: 'Patroni cannot reach its own server',
    record: 'local all postgres peer',
  },
  {
    connection: 'tls',
    user: 'standby',
    database: 'replication',
    effect: 'no replica follows the primary',
    record: 'hostssl replication standby all scram-sha-256',
  },
];
