/** The logins that logs tell of: messages of a session put together, the same logins counted. */

import type { Login, LoginAddress } from '../access/login.js';
import { parseNumericAddress } from '../addresses/numeric-address.js';
import type { LogEntry } from './entry.js';
import { readMessage, type Said } from './messages.js';

/** A login, as often as it was logged. */
export interface LoggedLogin {
  login: Login;
  /** Whether it got in; a client that failed to prove who it is counts as neither. */
  isLetIn: boolean;
  /** The method and the record that decided, where the log names them (from 14 on; of trust from 17 on). */
  method: string | undefined;
  place: { file: string; line: number } | undefined;
  count: number;
  first: string | undefined;
  last: string | undefined;
}

/** Why a login of the log cannot be asked about. */
export type LeftOut = 'no client' | 'no name' | 'a name in place of an address' | 'replication' | 'failed' | 'too many';

/** So many different logins are told apart, and so many sessions are open at once. */
const mostLogins = 100_000;
const mostSessions = 20_000;

type Ended = Exclude<Said, { kind: 'received' | 'authenticated' }>;

interface Session {
  host: string | undefined;
  method: string | undefined;
  place: { file: string; line: number } | undefined;
}

export class LoggedLogins {
  readonly #sessions = new Map<string, Session>();
  readonly #logins = new Map<string, LoggedLogin>();
  readonly #leftOut = new Map<LeftOut, number>();
  #first: string | undefined;
  #last: string | undefined;

  /** In the order in which they were first seen. */
  get logins(): readonly LoggedLogin[] {
    return [...this.#logins.values()];
  }

  get leftOut(): ReadonlyMap<LeftOut, number> {
    return this.#leftOut;
  }

  /** The times of the first and the last message about a login, as the log has them. */
  get times(): { first: string | undefined; last: string | undefined } {
    return { first: this.#first, last: this.#last };
  }

  add(entry: LogEntry): void {
    const said = readMessage(entry.message);
    if (!said) return;
    this.#first = earlier(this.#first, entry.time);
    this.#last = later(this.#last, entry.time);
    if (said.kind === 'received') this.#open(entry, said.host);
    else if (said.kind === 'authenticated') {
      const { method, file, line } = said;
      Object.assign(this.#sessionOf(entry), { method, place: { file, line } });
    } else {
      const session = this.#sessionOf(entry);
      const login = this.#loginOf(entry, said, session);
      if (typeof login === 'string') this.#leave(login);
      else this.#count(login, entry.time, said.kind === 'authorized', session);
      this.#sessions.delete(entry.session ?? '');
    }
  }

  #open({ session }: LogEntry, host: string): void {
    if (session === undefined) return;
    this.#sessions.set(session, { host, method: undefined, place: undefined });
    // Sessions whose end was never logged go, the oldest first.
    const [oldest] = this.#sessions.size > mostSessions ? this.#sessions.keys() : [];
    if (oldest !== undefined) this.#sessions.delete(oldest);
  }

  #sessionOf({ session }: LogEntry): Session {
    const found = session === undefined ? undefined : this.#sessions.get(session);
    if (found) return found;
    const fresh: Session = { host: undefined, method: undefined, place: undefined };
    if (session !== undefined) this.#sessions.set(session, fresh);
    return fresh;
  }

  /** Who logged in, or why nobody can say. */
  #loginOf(entry: LogEntry, said: Ended, session: Session): Login | LeftOut {
    // Nobody knows whether such a client came with TLS, nor, mostly, to which database.
    if (said.kind === 'failed') return 'failed';
    const host = (said.kind === 'refused' ? said.host : undefined) ?? entry.host ?? session.host;
    if (host === undefined) return 'no client';
    const client = readClient(host);
    if (client === undefined) return 'a name in place of an address';
    // The message says replication of the logical kind, too; of that the log may tell the database beside it.
    if (said.replication && entry.database === undefined && said.kind === 'authorized') return 'replication';
    const user = said.user ?? entry.user;
    const database = said.database ?? entry.database;
    const isPhysical = said.replication && typeof entry.database !== 'string';
    if (user === undefined || ((database ?? undefined) === undefined && !isPhysical)) return 'no name';
    const names = { user, database: isPhysical ? user : database!, replication: isPhysical };
    if (client === 'local') return { transport: 'local', ...names, address: undefined };
    return said.way === undefined ? 'no client' : { transport: said.way, ...names, address: client };
  }

  #count(login: Login, time: string | undefined, isLetIn: boolean, { method, place }: Session): void {
    const { transport, user, database, replication, address } = login;
    const key = JSON.stringify([
      transport,
      user,
      database,
      replication,
      address ? `${address.family} ${address.value}` : '',
      isLetIn,
      method,
      place,
    ]);
    const known = this.#logins.get(key);
    if (known) {
      known.count++;
      known.first = earlier(known.first, time);
      known.last = later(known.last, time);
    } else if (this.#logins.size >= mostLogins) this.#leave('too many');
    else this.#logins.set(key, { login, isLetIn, method, place, count: 1, first: time, last: time });
  }

  #leave(why: LeftOut): void {
    this.#leftOut.set(why, (this.#leftOut.get(why) ?? 0) + 1);
  }
}

function readClient(host: string): LoginAddress | 'local' | undefined {
  if (host === '[local]') return 'local';
  const numeric = parseNumericAddress(host);
  return numeric && { family: numeric.family, value: numeric.value };
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}
