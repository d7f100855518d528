/**
 * What each major knows of pg_hba.conf: connection types, methods, options and keywords
 * (src/backend/libpq/hba.c of each major, observed on servers 10 to 19).
 */
import { authenticationOptions } from './authentication-options.js';
import type {
  AuthenticationMethod,
  AuthenticationOption,
  BuildFeature,
  Keyword,
  Known,
  RecordType,
} from './authentication-types.js';
import type { Major } from './majors.js';

export type * from './authentication-types.js';
export { authenticationOptions };

const remote = ['host', 'hostssl', 'hostnossl', 'hostgssenc', 'hostnogssenc'] as const;
const anywhere = ['local', ...remote] as const;

/** The connection types, in the order in which the manual lists them. */
export const recordTypes: readonly RecordType[] = [
  { name: 'local', since: 10, description: 'Connections over a Unix-domain socket.' },
  { name: 'host', since: 10, description: 'TCP/IP connections, encrypted or not.' },
  { name: 'hostssl', since: 10, description: 'TCP/IP connections that are encrypted with TLS.' },
  { name: 'hostnossl', since: 10, description: 'TCP/IP connections that are not encrypted with TLS.' },
  { name: 'hostgssenc', since: 12, description: 'TCP/IP connections that are encrypted with GSSAPI.' },
  { name: 'hostnogssenc', since: 12, description: 'TCP/IP connections that are not encrypted with GSSAPI.' },
];

/** The authentication methods, `gss` and its like included that need a special build. */
export const authenticationMethods: readonly AuthenticationMethod[] = [
  {
    name: 'trust',
    since: 10,
    connectionTypes: anywhere,
    description: 'Lets everyone in as whichever role they ask for, without any proof.',
  },
  { name: 'reject', since: 10, connectionTypes: anywhere, description: 'Turns every connection that matches away.' },
  {
    name: 'scram-sha-256',
    since: 10,
    connectionTypes: anywhere,
    description: 'Password login by SCRAM-SHA-256: the password never crosses the network.',
  },
  {
    name: 'md5',
    since: 10,
    connectionTypes: anywhere,
    description:
      'Password login by MD5 challenge, or by SCRAM where the stored password is a SCRAM one. MD5 is weak; prefer scram-sha-256.',
  },
  {
    name: 'password',
    since: 10,
    connectionTypes: anywhere,
    description: 'The client sends the password as plain text.',
  },
  {
    name: 'peer',
    since: 10,
    connectionTypes: ['local'],
    description: 'The operating system says which user owns the other end of the socket.',
  },
  {
    name: 'ident',
    since: 10,
    connectionTypes: anywhere,
    description: 'Asks an ident server on the client machine for the user name; on local records it means peer.',
  },
  {
    name: 'cert',
    since: 10,
    build: 'openssl',
    connectionTypes: ['hostssl'],
    description: 'The common name of the TLS client certificate is the user name; no password.',
  },
  {
    name: 'gss',
    since: 10,
    build: 'gssapi',
    connectionTypes: remote,
    description: 'Kerberos login through GSSAPI.',
  },
  {
    name: 'sspi',
    since: 10,
    build: 'sspi',
    connectionTypes: remote,
    description: 'Windows single sign-on; only servers on Windows have it.',
  },
  {
    name: 'ldap',
    since: 10,
    build: 'ldap',
    connectionTypes: anywhere,
    description: 'The client sends the password as plain text and the server checks it against an LDAP directory.',
  },
  {
    name: 'pam',
    since: 10,
    build: 'pam',
    connectionTypes: anywhere,
    description: 'The client sends the password as plain text and the server asks the PAM service.',
  },
  {
    name: 'bsd',
    since: 10,
    build: 'bsd',
    connectionTypes: anywhere,
    description: 'BSD Authentication; only servers on OpenBSD have it.',
  },
  {
    name: 'radius',
    since: 10,
    until: 18,
    connectionTypes: anywhere,
    description: 'The client sends the password as plain text and the server asks a RADIUS server.',
  },
  {
    name: 'oauth',
    since: 18,
    connectionTypes: anywhere,
    description: 'The client brings an OAuth 2.0 bearer token, which a validator library checks.',
  },
];

/** The keywords of the columns; quoted, each is an ordinary name. */
export const keywords: readonly Keyword[] = [
  { name: 'all', column: 'database', description: 'Every database, but not physical replication.' },
  { name: 'sameuser', column: 'database', description: 'The database that has the name of the role.' },
  {
    name: 'samerole',
    column: 'database',
    description: 'The databases named after a role that the user is a member of.',
  },
  { name: 'samegroup', column: 'database', description: 'The old name of samerole.' },
  { name: 'replication', column: 'database', description: 'Physical replication; nothing else matches it.' },
  { name: 'all', column: 'user', description: 'Every role.' },
  { name: 'all', column: 'address', description: 'Every address.' },
  { name: 'samehost', column: 'address', description: "The server's own addresses." },
  { name: 'samenet', column: 'address', description: 'Every address of a network that the server is directly on.' },
];

/** Features that distributions' full builds have; BSD Authentication and SSPI exist on their own systems only. */
export const usualBuild: ReadonlySet<BuildFeature> = new Set(['openssl', 'gssapi', 'ldap', 'pam']);

/** Tells whether a major knows something. */
export function isKnownTo(known: { since: Major; until?: Major }, major: Major): boolean {
  return known.since <= major && (known.until === undefined || major <= known.until);
}

const typesByName = byName(recordTypes);
const methodsByName = byName(authenticationMethods);
const optionsByName = byName(authenticationOptions);

/** The connection type of a name, as written in the file; undefined where the major does not know it. */
export function findRecordType(name: string, major: Major): RecordType | undefined {
  return known(typesByName.get(name), major);
}

/** The method of a name; undefined where the major does not know it. */
export function findMethod(name: string, major: Major): AuthenticationMethod | undefined {
  return known(methodsByName.get(name), major);
}

/** The option of a name; undefined where the major does not know it. `validator.NAME` finds `validator.`. */
export function findOption(name: string, major: Major): AuthenticationOption | undefined {
  return known(optionsByName.get(name.startsWith('validator.') ? 'validator.' : name), major);
}

function known<T extends Known>(found: T | undefined, major: Major): T | undefined {
  return found !== undefined && isKnownTo(found, major) ? found : undefined;
}

function byName<T extends Known>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.name, entry]));
}
