/** A login as JSON shows it. */
import type { Login } from '../access/login.js';
import { formatAddress } from '../addresses/numeric-address.js';

export interface ShownLogin {
  user: string;
  /** Null for physical replication. */
  database: string | null;
  /** `local`, or an address. */
  from: string;
  transport: string;
}

export function showLogin({ user, database, replication, address, transport }: Login): ShownLogin {
  return {
    user,
    database: replication ? null : database,
    from: address ? formatAddress(address.value, address.family) : 'local',
    transport,
  };
}
