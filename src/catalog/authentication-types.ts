/** What the catalogue says of the words of pg_hba.conf. */
import type { Major } from './majors.js';

/** The first column of a record. */
export type ConnectionType = 'local' | 'host' | 'hostssl' | 'hostnossl' | 'hostgssenc' | 'hostnogssenc';

/** A part of the server that a build may leave out. */
export type BuildFeature = 'openssl' | 'gssapi' | 'sspi' | 'ldap' | 'pam' | 'bsd';

/** What every entry of this catalog says. */
export interface Known {
  name: string;
  /** The first major of the catalogue that knows it. */
  since: Major;
  /** The last major that knows it; undefined where the newest still does. */
  until?: Major;
  /** What it is, for hovers and completion. */
  description: string;
}

/** A connection type and which connections it is for. */
export interface RecordType extends Known {
  name: ConnectionType;
}

/** An authentication method. */
export interface AuthenticationMethod extends Known {
  /** The feature that the server must have been built with. */
  build?: BuildFeature;
  connectionTypes: readonly ConnectionType[];
}

/**
 * What an option's value may be. `one-is-true`: only `1` is true, every other text silently false.
 * `port`: a number as C's atoi reads it, not 0. `list`: comma-separated, elements may be double-quoted.
 */
export type OptionValueKind =
  | 'text'
  | 'one-is-true'
  | 'port'
  | 'port-list'
  | 'list'
  | 'ldap-url'
  | 'clientcert'
  | 'clientname';

/** An option at the end of a record. */
export interface AuthenticationOption extends Known {
  /** The methods that take it; undefined where any does. */
  methods?: readonly string[];
  /** The connection types that take it; undefined where any does. */
  connectionTypes?: readonly ConnectionType[];
  value: OptionValueKind;
}

/** A word with a meaning of its own where it is not quoted. */
export interface Keyword {
  name: string;
  column: 'database' | 'user' | 'address';
  description: string;
}
