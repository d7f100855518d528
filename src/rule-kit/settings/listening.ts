/** Where a server listens, as far as its settings tell. For rules. */
import { isLoopbackName } from '../../addresses/networks.js';
import { isOwnHost } from '../../addresses/own-host.js';
import type { Cluster } from '../../cluster/types.js';
import { baseNameOf } from '../../files/paths.js';
import { isRemote } from '../records/records.js';
import { listInForce } from './settings.js';

export interface Listening {
  /** The elements of listen_addresses. */
  addresses: string[];
  /** Whether clients of other machines can reach it over IPv4, and over IPv6. */
  remote4: boolean;
  remote6: boolean;
  /** Whether it listens for TCP at all, the loopback counted. */
  tcp: boolean;
}

/**
 * Finds out from which machines connections can come.
 *
 * @returns undefined where the files do not tell: no main file, or a list that cannot be read
 */
export function listening(cluster: Cluster): Listening | undefined {
  if (cluster.extent !== 'whole' || cluster.configuration.unread.length > 0) return undefined;
  const addresses = listInForce(cluster, 'listen_addresses');
  if (addresses === undefined || isTakenForMain(cluster)) return undefined;
  const remote = addresses.filter((address) => !isOwn(address));
  return {
    addresses,
    remote4: remote.some((address) => address !== '::' && !address.includes(':')),
    // A host name may have addresses of both families; `0.0.0.0` and plain IPv4 addresses have not.
    remote6: remote.some((address) => address === '*' || address.includes(':') || /[a-z]/i.test(address)),
    tcp: addresses.length > 0,
  };
}

/**
 * Whether a file without the plain name says nothing of where the server listens: postgresql-tuning.conf may be a part of
 * what the server reads, and a pg_hba.conf beside it may be for another one.
 */
function isTakenForMain({ configuration }: Cluster): boolean {
  const { main } = configuration;
  if (main === undefined || main.map !== undefined) return false;
  return (
    configuration.get('listen_addresses').entry === undefined && !/^postgres(?:ql)?\.conf/i.test(baseNameOf(main.path))
  );
}

/**
 * Whether a client on another machine gets as far as a login, for all that the files tell: the server listens for it, and
 * a record lets it in.
 */
export function isReachable(cluster: Cluster): boolean {
  if (listInForce(cluster, 'listen_addresses')?.every(isOwn)) return false;
  return cluster.hba === undefined || cluster.hba.records.some(isRemote);
}

/** The name comes first: nearly always it is what stands there, and nothing needs to be loaded to know it. */
function isOwn(address: string): boolean {
  return isLoopbackName(address) || isOwnHost(address);
}
