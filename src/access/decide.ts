/**
 * Which record decides a login: the server's walk through pg_hba.conf (hba.c, check_hba). The first record that matches
 * decides, whatever its method makes of the client then. What the files cannot tell stays open.
 */
import type { HbaRecord, NamePattern } from '../cluster/types.js';
import { matchesAddress } from './addresses.js';
import type { Knowledge, Login, Transport } from './login.js';
import { matchesDatabase, matchesUser } from './names.js';
import { takesTransport } from './transports.js';

/** Something that is not known and on which it depends whether a record matches. */
export interface Dependence {
  record: HbaRecord;
  kind: 'membership' | 'host-name' | 'interfaces' | 'regular-expression' | 'unread-file';
  /** The role, the host name, the expression or the file that it is about; empty for interfaces. */
  subject: string;
  /** What would have to be known, as a sentence without a full stop. */
  question: string;
}

/** A record that does not match a login. */
export interface Passed {
  record: HbaRecord;
  part: 'transport' | 'address' | 'database' | 'user' | 'error';
  /** Why, as a sentence without a full stop. */
  why: string;
}

export interface Decision {
  /** The record that decides; undefined where none matches, and where the verdict depends on what is not known. */
  record: HbaRecord | undefined;
  verdict: 'authenticate' | 'reject' | 'implicit-reject' | 'depends';
  depends: Dependence[];
  /** Records before the deciding one that surely do not match, in order. */
  passed: Passed[];
  /**
   * Every record that may decide, in order; undefined at the end stands for none. A single element unless the verdict
   * is `depends`.
   */
  possible: (HbaRecord | undefined)[];
}

type Match = { matched: true } | { matched: false; passed: Passed } | { matched: undefined; depends: Dependence[] };

/**
 * Finds the record that decides a login.
 *
 * @param records in the order in which the server tries them; broken ones count as absent
 * @param knowledge what is known beside the files
 */
export function decide(login: Login, records: readonly HbaRecord[], knowledge: Knowledge): Decision {
  const passed: Passed[] = [];
  const depends: Dependence[] = [];
  const possible: (HbaRecord | undefined)[] = [];
  let certain: HbaRecord | undefined;
  for (const record of records) {
    const match = matchRecord(record, login, knowledge);
    if (match.matched === false) passed.push(match.passed);
    else {
      possible.push(record);
      if (match.matched) {
        certain = record;
        break;
      }
      depends.push(...match.depends);
    }
  }
  if (!certain) possible.push(undefined);
  if (possible.length > 1) return { record: undefined, verdict: 'depends', depends, passed, possible };
  const verdict = !certain ? 'implicit-reject' : certain.method === 'reject' ? 'reject' : 'authenticate';
  return { record: certain, verdict, depends, passed, possible };
}

/** Whether one record matches a login; one part that surely does not settles it, whatever is open about the others. */
export function matchRecord(record: HbaRecord, login: Login, knowledge: Knowledge): Match {
  const pass = (part: Passed['part'], why: string): Match => ({ matched: false, passed: { record, part, why } });
  if (record.error?.severity === 'error') return pass('error', 'the server refuses this line, and with it the file');
  if (!takesTransport(record, login.transport)) return pass('transport', transportReason(record, login.transport));
  const depends: Dependence[] = [];

  if (record.address) {
    const matched = matchesAddress(record.address, login, knowledge.interfaces);
    if (matched === false) return pass('address', `its address ${addressText(record)} does not match the client's`);
    if (matched === undefined) depends.push(addressDependence(record));
  }

  const databases = record.databases.map((pattern) => matchesDatabase(pattern, login, knowledge));
  const database = any(databases);
  if (database === false) return pass('database', databaseReason(login));
  if (database === undefined) depends.push(...open(record, record.databases, databases, login, 'database'));

  const users = record.users.map((pattern) => matchesUser(pattern, login, knowledge));
  const user = any(users);
  if (user === false) return pass('user', `its users do not include ${login.user}`);
  if (user === undefined) depends.push(...open(record, record.users, users, login, 'user'));
  return depends.length === 0 ? { matched: true } : { matched: undefined, depends };
}

/** True where one is, false where all are. */
function any(matches: (boolean | undefined)[]): boolean | undefined {
  if (matches.includes(true)) return true;
  return matches.includes(undefined) ? undefined : false;
}

const transportNames: Record<Transport, string> = {
  local: 'through the Unix socket',
  plain: 'over TCP without encryption',
  tls: 'over TLS',
  gss: 'with GSSAPI encryption',
};

function transportReason(record: HbaRecord, transport: Transport): string {
  return `${record.connectionType ?? 'this'} records do not take connections ${transportNames[transport]}`;
}

function addressText({ address }: HbaRecord): string {
  if (!address) return '';
  const mask = address.kind === 'network' && address.maskToken ? ` ${address.maskToken.value}` : '';
  return address.token.value + mask;
}

function databaseReason(login: Login): string {
  if (login.replication) return 'only the keyword replication matches physical replication';
  return `its databases do not include ${login.database}`;
}

function addressDependence(record: HbaRecord): Dependence {
  const { address } = record;
  if (address?.kind === 'host' || address?.kind === 'suffix') {
    const what = address.kind === 'host' ? address.name : `a name that ends in ${address.name}`;
    return {
      record,
      kind: 'host-name',
      subject: address.name,
      question: `whether the name service gives the client's address the name ${what}`,
    };
  }
  const own = address?.kind === 'samehost' ? 'an address' : 'in a network';
  return {
    record,
    kind: 'interfaces',
    subject: '',
    question: `whether the client's address is ${own} of the server's own interfaces`,
  };
}

/** What the open elements of a column depend on. */
function open(
  record: HbaRecord,
  patterns: NamePattern[],
  matches: (boolean | undefined)[],
  login: Login,
  column: 'database' | 'user',
): Dependence[] {
  return patterns.flatMap((pattern, index): Dependence[] => {
    if (matches[index] !== undefined) return [];
    if (pattern.kind === 'unknown') {
      const question = `which names stand in ${pattern.value}, a file that was not read`;
      return [{ record, kind: 'unread-file', subject: pattern.value, question }];
    }
    if (pattern.kind === 'regex') {
      const question = `whether the regular expression /${pattern.value} matches ${login[column]}`;
      return [{ record, kind: 'regular-expression', subject: pattern.value, question }];
    }
    const role = pattern.kind === 'samerole' ? login.database : pattern.value;
    return [
      { record, kind: 'membership', subject: role, question: `whether ${login.user} is a member of the role ${role}` },
    ];
  });
}
