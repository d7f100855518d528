import type { Cluster } from '../cluster/types.js';
import type { Transport } from './login.js';

/**
 * The ways in which connections can come to a cluster: all where no postgresql.conf tells.
 *
 * Without ssl none comes over TLS; GSSAPI encryption came with 12, and whether a build has it files do not tell.
 */
export function reachableTransports({ configuration, target, extent }: Cluster): Transport[] {
  const ssl = configuration.get('ssl').reading;
  const hasTls = extent !== 'whole' || !ssl?.ok || ssl.value !== false;
  return ['local', 'plain', ...(hasTls ? ['tls' as const] : []), ...(target >= 12 ? ['gss' as const] : [])];
}
