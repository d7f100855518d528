import type { Login, LoginAddress, Transport } from '../../../access/login.js';
import { parseNumericAddress } from '../../../addresses/numeric-address.js';
import type { Major } from '../../../catalog/majors.js';

/** A login as a person describes it, on the command line or in a file of expectations. */
export interface AskedLogin {
  user: string;
  /** Left out, it is the user's name: that is what the server makes of it. */
  database?: string | undefined;
  /** An address in numbers, or `local`. */
  from: string;
  tls?: boolean | undefined;
  gss?: boolean | undefined;
  /** `true` is physical replication; logical replication (`database`) is an ordinary connection. */
  replication?: boolean | 'database' | undefined;
  /** The client's confirmed name; null where it has none, undefined where that is not known. */
  hostName?: string | null | undefined;
}

/** What of a login cannot be, and a sentence about it. */
export interface ImpossibleLogin {
  part: 'from' | 'gss' | 'user';
  message: string;
}

/** Settings that change the names which a server compares. */
export interface NameSettings {
  target: Major;
  /** Whether `db_user_namespace` is on (10 to 16). */
  userNamespace: boolean;
}

/**
 * Makes what the server would see of a login.
 *
 * Over the Unix socket clients use neither TLS nor GSSAPI encryption, whatever they are told (libpq's documentation).
 *
 * @returns the login; what is wrong with it where there can be none like it
 */
export function readLogin(asked: AskedLogin, settings: NameSettings): Login | ImpossibleLogin {
  if (asked.user === '') return { part: 'user', message: 'A login has a user: the server refuses an empty name.' };
  const address = readFrom(asked.from);
  if (address === undefined) {
    const [before = '', after] = asked.from.split('/');
    if (after !== undefined && parseNumericAddress(before)) {
      return {
        part: 'from',
        message: `"${asked.from}" is a network; a login comes from one address, such as ${before}.`,
      };
    }
    const message = `"${asked.from}" is neither an address in numbers, such as 10.1.2.3 or fe80::1, nor local.`;
    return { part: 'from', message };
  }
  if (asked.tls && asked.gss && address !== 'local') {
    return { part: 'gss', message: 'A connection is encrypted with TLS or with GSSAPI, never with both.' };
  }
  const names = namesInServer(asked, settings);
  const replication = asked.replication === true;
  if (address === 'local') return { transport: 'local', ...names, replication, address: undefined };
  const transport: Transport = asked.tls ? 'tls' : asked.gss ? 'gss' : 'plain';
  const login: Login = { transport, ...names, replication, address };
  return asked.hostName === undefined ? login : { ...login, hostName: asked.hostName };
}

function readFrom(from: string): LoginAddress | 'local' | undefined {
  if (from === 'local') return 'local';
  const numeric = parseNumericAddress(from);
  return numeric && { family: numeric.family, value: numeric.value };
}

/** The names that the server compares (postmaster.c, ProcessStartupPacket): cut, and with db_user_namespace changed. */
function namesInServer(asked: AskedLogin, { userNamespace }: NameSettings): { user: string; database: string } {
  const database = asked.database || asked.user;
  let { user } = asked;
  if (userNamespace) {
    user = user.indexOf('@') === user.length - 1 ? user.slice(0, -1) : `${user}@${database}`;
  }
  return { user: cut(user), database: cut(database) };
}

/** Names have at most 63 bytes; what is longer is cut, even within a character. */
function cut(name: string): string {
  if (name.length * 3 <= 63) return name;
  const bytes = Buffer.from(name);
  return bytes.length <= 63 ? name : bytes.subarray(0, 63).toString();
}
