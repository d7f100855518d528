/** What messages about connections say (postmaster.c and postinit.c: received, authorized; auth.c: authenticated, refused). */
import type { Transport } from '../access/login.js';

/** How a client came, where the message tells; the Unix socket is told by the host. */
type Way = Exclude<Transport, 'local'>;

export type Said =
  | { kind: 'received'; host: string }
  | { kind: 'authenticated'; method: string; file: string; line: number }
  | { kind: 'authorized'; user: string | undefined; database: string | undefined; replication: boolean; way: Way }
  | {
      kind: 'refused';
      user: string;
      database: string | undefined;
      replication: boolean;
      host: string;
      way: Way | undefined;
    }
  | { kind: 'failed'; user: string };

/** Reads a message; undefined for one that tells of no login. */
export function readMessage(message: string): Said | undefined {
  const received = /^connection received: host=(\S+)(?: port=\d+)?$/.exec(message);
  if (received) return { kind: 'received', host: received[1]! };
  const authenticated = /^connection authenticated: .* method=(\S+) \((.+):(\d+)\)$/s.exec(message);
  if (authenticated) {
    const [, method, file, line] = authenticated;
    return { kind: 'authenticated', method: method!, file: file!, line: Number(line) };
  }
  const authorized = /^(replication )?connection authorized: user=(.*)$/s.exec(message);
  if (authorized) return readAuthorized(authorized[2]!, authorized[1] !== undefined);
  return readRefused(message) ?? readFailed(message);
}

const tls = / SSL enabled \(protocol=[^\s,()]+, cipher=[^\s,()]+, bits=\d+(?:, compression=\w+)?\)$/;
const gss = / GSS \(authenticated=(?:yes|no), encrypted=(yes|no)(?:, [^()]*)?\)$/;

function readAuthorized(text: string, replication: boolean): Said {
  const withoutGss = text.replace(gss, '');
  const isGss = gss.exec(text)?.[1] === 'yes';
  const way: Way = tls.test(withoutGss) ? 'tls' : isGss ? 'gss' : 'plain';
  const [names = ''] = withoutGss.replace(tls, '').split(' application_name=');
  const [user, database, ...more] = names.split(' database=');
  // A name may hold what separates names; then the message does not tell.
  const isClear = more.length === 0 && user !== '' && !/ application_name=.* database=/s.test(text);
  return {
    kind: 'authorized',
    user: isClear ? user : undefined,
    database: isClear ? database : undefined,
    replication,
    way,
  };
}

const ways: Readonly<Record<string, Way>> = {
  'SSL on': 'tls',
  'SSL encryption': 'tls',
  'SSL off': 'plain',
  'no encryption': 'plain',
  'GSS encryption': 'gss',
};

const refused =
  /^(?:no pg_hba\.conf entry for|pg_hba\.conf rejects) (?:connection for |(replication connection (?:from|for) ))?host "([^"]+)", user "(.*?)"(?:, database "(.*?)")?(?:, (SSL on|SSL off|SSL encryption|no encryption|GSS encryption))?$/s;

function readRefused(message: string): Said | undefined {
  const found = refused.exec(message);
  if (!found) return undefined;
  const [, physical, host, user, database, way] = found;
  const replication = physical !== undefined;
  return {
    kind: 'refused',
    user: user!,
    database,
    replication,
    host: host!,
    way: way === undefined ? undefined : ways[way],
  };
}

function readFailed(message: string): Said | undefined {
  const found = / authentication failed for user "(.*)"$/s.exec(message);
  return found ? { kind: 'failed', user: found[1]! } : undefined;
}
