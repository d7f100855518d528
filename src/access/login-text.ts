import { formatAddress } from '../addresses/numeric-address.js';
import type { Login, Transport } from './login.js';

/** A login in a few words, for failures and headings. */
export function describeLogin(login: Login): string {
  const what = login.replication ? 'for physical replication' : `to ${login.database}`;
  return `${login.user} ${what} ${describeTransport(login)}`;
}

function describeTransport({ transport, address, hostName }: Login): string {
  if (!address) return 'through the Unix socket';
  const name = hostName ? ` (${hostName})` : '';
  const ways: Record<Transport, string> = {
    local: '',
    plain: ' without encryption',
    tls: ' over TLS',
    gss: ' with GSSAPI encryption',
  };
  return `from ${formatAddress(address.value, address.family)}${name}${ways[transport]}`;
}
