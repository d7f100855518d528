/** What a policy says, ready to be decided. */
import type { Interface, Transport } from '../login.js';
import type { AddressSet } from '../regions/address-set.js';
import type { NameSet } from '../regions/name-set.js';

/** How far a login needs a client certificate. */
export type CertificateLevel = 'none' | 'verify-ca' | 'verify-full';

/** Some logins, by who they are, whence they come and what lets them in. What is left out does not count. */
export interface Space {
  roles?: NameSet;
  /** Members of any of these roles; of none of them where `not`. */
  memberOf?: { groups: readonly string[]; not: boolean };
  /** Databases: physical replication is to none. */
  databases?: NameSet;
  replication?: boolean;
  /** Addresses, and whether the Unix socket counts. */
  from?: { addresses: AddressSet; isLocal: boolean };
  transports?: readonly Transport[];
  methods?: NameSet;
  certificates?: ReadonlySet<CertificateLevel>;
}

/**
 * - `never`: nobody of the space is let in.
 * - `only`, `always`: of those within, only logins of the space are let in.
 * - `works`: everybody of the space is let in; to databases, unless it speaks of replication.
 */
export type Verb = 'never' | 'only' | 'always' | 'works';

export interface Statement {
  name: string;
  verb: Verb;
  space: Space;
  /** The logins that `only` and `always` are about. */
  within: Space;
}

/** What is known beside the files. Where something is left out, it may be anything. */
export interface Known {
  /** The roles that each role is directly a member of; other roles are members of nothing. */
  members?: ReadonlyMap<string, readonly string[]>;
  /** The roles that can log in. */
  roles?: ReadonlySet<string>;
  databases?: ReadonlySet<string>;
  /** The addresses of the server's machine, with the masks of their networks. */
  interfaces?: readonly Interface[];
}

export interface Policy {
  known: Known;
  statements: readonly Statement[];
}
