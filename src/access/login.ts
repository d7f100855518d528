/** One attempt to connect, and what is known beside the files when it is judged. */
import type { Major } from '../catalog/majors.js';
import type { Budget } from './budget.js';

/** How the connection reaches the server: Unix socket, plain TCP, TLS, or GSSAPI encryption. */
export type Transport = 'local' | 'plain' | 'tls' | 'gss';

/** An IPv4 or IPv6 address as a number. An IPv4-mapped IPv6 address is IPv6. */
export interface LoginAddress {
  family: 4 | 6;
  value: bigint;
}

export interface Login {
  transport: Transport;
  user: string;
  /** Meaningless where `replication` is true. */
  database: string;
  /** Physical replication (`replication=true`); logical replication (`replication=database`) is an ordinary connection. */
  replication: boolean;
  /** Where the client is; undefined for `local`. */
  address: LoginAddress | undefined;
  /**
   * The client's name as the server's reverse look-up gives it and a forward look-up confirms it; null where there is
   * none, undefined where that is not known.
   */
  hostName?: string | null;
}

/** An address of the server's machine. */
export interface OwnAddress extends LoginAddress {
  /** That of its network; undefined where it is not known. */
  mask?: bigint;
}

/** An address of the server's machine, with the mask of its network. */
export interface Interface extends OwnAddress {
  mask: bigint;
}

export interface Knowledge {
  /** The target: regular expressions changed a little. */
  target: Major;
  /**
   * The roles that a role is directly a member of. What it says of a role that it names is complete; a role
   * that it does not name may be a member of anything.
   */
  memberships?: ReadonlyMap<string, readonly string[]>;
  /** All addresses of the server's machine; undefined where they are not known. */
  interfaces?: readonly OwnAddress[];
  /** What comparing regular expressions with names is paid from; without one, only each comparison is limited. */
  budget?: Budget;
}

/**
 * Tells whether a role is, directly or not, a member of another one. Every role counts as a member of itself.
 *
 * @returns undefined where what is known does not tell
 */
export function isMember(user: string, role: string, { memberships }: Knowledge): boolean | undefined {
  if (user === role) return true;
  if (!memberships?.has(user)) return undefined;
  const seen = new Set([user]);
  // Roles that are named only as groups are taken to be members of nothing further.
  for (const member of seen) for (const group of memberships.get(member) ?? []) seen.add(group);
  return seen.has(role);
}
