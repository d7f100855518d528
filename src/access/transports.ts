/** Which ways into the server the types of records take (hba.c, check_hba). */
import type { ConnectionType, HbaRecord } from '../cluster/types.js';
import type { Transport } from './login.js';

/** In a fixed order, which coverage relies on. */
export const transports: readonly Transport[] = ['local', 'plain', 'tls', 'gss'];

/** The transports of each type. A connection with GSSAPI encryption is one without TLS, and the other way round. */
export const transportsOf: Record<ConnectionType, readonly Transport[]> = {
  local: ['local'],
  host: ['plain', 'tls', 'gss'],
  hostssl: ['tls'],
  hostnossl: ['plain', 'gss'],
  hostgssenc: ['gss'],
  hostnogssenc: ['plain', 'tls'],
};

/** Whether a record is for connections that come in this way. */
export function takesTransport(record: HbaRecord, transport: Transport): boolean {
  return record.connectionType !== undefined && transportsOf[record.connectionType].includes(transport);
}
