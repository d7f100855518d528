/**
 * Which record decides a login: the server's walk through pg_hba.conf (hba.c, check_hba). The first record that matches
 * decides, whatever its method makes of the client then. What the files cannot tell stays open.
 */
import type { HbaRecord, NamePattern } from '../cluster/types.js';
import { matchesAddress } from './addresses.js';
import { budgetFor } from './budget.js';
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

/** The sentence is made when somebody reads it: files are long, logins many. */
class PassedRecord implements Passed {
  readonly record: HbaRecord;
  readonly part: Passed['part'];
  readonly #login: Login;

  constructor(record: HbaRecord, part: Passed['part'], login: Login) {
    this.record = record;
    this.part = part;
    this.#login = login;
  }

  get why(): string {
    switch (this.part) {
      case 'error':
        return 'the server refuses this line, and with it the file';
      case 'transport':
        return transportReason(this.record, this.#login.transport);
      case 'address':
        return `its address ${addressText(this.record)} does not match the client's`;
      case 'database':
        return databaseReason(this.#login);
      default:
        return `its users do not include ${this.#login.user}`;
    }
  }
}

/**
 * Finds the record that decides a login.
 *
 * @param records in the order in which the server tries them; broken ones count as absent
 * @param knowledge what is known beside the files; without a budget, each login has one of its own
 */
export function decide(login: Login, records: readonly HbaRecord[], knowledge: Knowledge): Decision {
  const passed: Passed[] = [];
  const depends: Dependence[] = [];
  const possible: (HbaRecord | undefined)[] = [];
  let certain: HbaRecord | undefined;
  const known = knowledge.budget ? knowledge : { ...knowledge, budget: budgetFor([]) };
  for (const record of records) {
    const match = matchRecord(record, login, known);
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
  const pass = (part: Passed['part']): Match => ({ matched: false, passed: new PassedRecord(record, part, login) });
  if (record.error?.severity === 'error') return pass('error');
  if (!takesTransport(record, login.transport)) return pass('transport');
  const address = record.address === undefined || matchesAddress(record.address, login, knowledge.interfaces);
  if (address === false) return pass('address');
  const database = any(record.databases, (pattern) => matchesDatabase(pattern, login, knowledge));
  if (database === false) return pass('database');
  const user = any(record.users, (pattern) => matchesUser(pattern, login, knowledge));
  if (user === false) return pass('user');
  if (address && database && user) return { matched: true };

  const depends: Dependence[] = address ? [] : [addressDependence(record)];
  if (!database) depends.push(...open(record, record.databases, login, knowledge, 'database'));
  if (!user) depends.push(...open(record, record.users, login, knowledge, 'user'));
  return { matched: undefined, depends };
}

/** True where one is, false where all are. */
function any(
  patterns: readonly NamePattern[],
  matches: (pattern: NamePattern) => boolean | undefined,
): boolean | undefined {
  let found: boolean | undefined = false;
  for (const pattern of patterns) {
    const matched = matches(pattern);
    if (matched) return true;
    if (matched === undefined) found = undefined;
  }
  return found;
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
  patterns: readonly NamePattern[],
  login: Login,
  knowledge: Knowledge,
  column: 'database' | 'user',
): Dependence[] {
  const matches = column === 'database' ? matchesDatabase : matchesUser;
  return patterns.flatMap((pattern): Dependence[] => {
    if (matches(pattern, login, knowledge) !== undefined) return [];
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
