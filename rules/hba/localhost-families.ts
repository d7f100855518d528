import { maskOfPrefix } from '../../src/rule-kit/addresses/masks.js';
import { containsNetwork, isLoopbackName, loopback } from '../../src/rule-kit/addresses/networks.js';
import { isUntouchedSample } from '../../src/rule-kit/cluster/samples.js';
import { insertRecord } from '../../src/rule-kit/edits/records.js';
import { isPartial } from '../../src/rule-kit/reading-errors.js';
import { listKey } from '../../src/rule-kit/records/meaning.js';
import { isTaken, letsIn } from '../../src/rule-kit/records/records.js';
import {
  type Address,
  type Cluster,
  defineRule,
  type HbaRecord,
  type NamePattern,
  type Report,
} from '../../src/rule-kit/rule.js';
import { listInForce } from '../../src/rule-kit/settings/settings.js';

type Network = Extract<Address, { kind: 'network' }>;

const loopback6 = { family: 6, address: loopback[6], mask: maskOfPrefix(128, 6) } as const;

export default defineRule({
  id: 'hba/localhost-families',
  meta: {
    type: 'problem',
    summary: 'Require that a record for 127.0.0.1 has its counterpart for ::1',
    category: 'network',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      missing: {
        headline: 'This record matches localhost by IPv4, not IPv6',
        why: 'libpq tries ::1 first and stops when rejected.',
        help: 'Add a line for ::1/128.',
      },
      several: {
        headline: 'These records match localhost by IPv4, not IPv6',
        why: 'libpq tries ::1 first and stops when rejected. The same holds for {others}.',
        help: 'Add a line for ::1/128 below each.',
      },
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    // No server runs with it, and the records are not those of a person.
    if (isUntouchedSample(cluster)) return {};
    const listens = listensOnIpv6(cluster);
    let twins: Twins | undefined;
    const alone = new Map<string, Alone[]>();
    return {
      HbaRecord(record) {
        const { address } = record;
        if (!listens || !letsIn(record) || address?.kind !== 'network' || !isLoopback4(address)) return;
        if (isPartial(cluster.hba!)) return;
        twins ??= new Twins(cluster.hba?.records ?? []);
        if (twins.of(record).some((each) => takesOver(each, record))) return;
        const { path } = address.token.file;
        alone.set(path, [...(alone.get(path) ?? []), { record, address }]);
      },
      end() {
        for (const [first, ...others] of alone.values()) if (first !== undefined) report(describe(first, others));
      },
    };
  },
});

/** A record for 127.0.0.1 without its counterpart. */
interface Alone {
  record: HbaRecord;
  address: Network;
}

/** One report a file: who forgot ::1 forgot it for all records. */
function describe(first: Alone, others: readonly Alone[]): Report {
  const { file, start, end } = first.address.token;
  const at = { file, start, end };
  const edits = [first, ...others].flatMap(({ record, address }) => counterpart(record, address));
  if (others.length === 0) {
    const suggestions = edits.length === 0 ? [] : [{ title: 'Add a line below for ::1/128', edits }];
    return { messageId: 'missing', at, suggestions };
  }
  const lines = others.slice(0, 5).map(({ record }) => record.line);
  const more = others.length > lines.length ? ` and ${others.length - lines.length} more` : '';
  return {
    messageId: 'several',
    data: { others: lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.join(', ')}${more}` },
    at,
    related: others.slice(0, 10).map(({ address }) => ({ at: address.token, message: 'nor does this one match ::1' })),
    suggestions: edits.length === 0 ? [] : [{ title: 'Add a line for ::1/128 below each', edits }],
  };
}

/** Whether the server listens on ::1. “localhost” is both on all common systems; of other names files tell nothing. */
function listensOnIpv6(cluster: Cluster): boolean {
  const addresses = listInForce(cluster, 'listen_addresses') ?? [];
  return addresses.some((address) => ['*', '::', '::1', 'localhost'].includes(address.toLowerCase()));
}

function isLoopback4({ family, address, mask }: Network): boolean {
  return family === 4 && address === loopback[4] && mask === maskOfPrefix(32, 4);
}

/** The records that match ::1, by what they are for: a file of many records is gone through once, not once a record. */
class Twins {
  readonly #byElements = new Map<string, HbaRecord[]>();
  /** Records of so long lists that their pairs are not listed one by one. */
  readonly #long: HbaRecord[] = [];

  constructor(records: readonly HbaRecord[]) {
    const seen = new Set<string>();
    for (const record of records) {
      const { address, connectionType, databases, users } = record;
      if (address === undefined || !matchesLoopback6(address)) continue;
      const same = `${connectionType} ${listKey(databases)} ${listKey(users)} ${isTaken(record)}`;
      if (seen.has(same)) continue;
      seen.add(same);
      if (databases.length * users.length > 1000) this.#long.push(record);
      else for (const database of databases) for (const user of users) this.#add(pairKey(database, user), record);
    }
  }

  /** The records that may stand for another one: those for its first database and user, or for all. */
  of({ databases: [database], users: [user] }: HbaRecord): HbaRecord[] {
    if (database === undefined || user === undefined) return [];
    const all = { kind: 'all', value: '' } as const;
    const keys = [pairKey(database, user), pairKey(all, user), pairKey(database, all), pairKey(all, all)];
    return [...new Set(keys)].flatMap((key) => this.#byElements.get(key) ?? []).concat(this.#long);
  }

  #add(key: string, record: HbaRecord): void {
    const known = this.#byElements.get(key);
    if (known === undefined) this.#byElements.set(key, [record]);
    else known.push(record);
  }
}

type Element = Pick<NamePattern, 'kind' | 'value'>;

function pairKey(database: Element, user: Element): string {
  return `${database.kind} ${database.value}\0${user.kind} ${user.value}`;
}

/** Whether an address takes in ::1. */
function matchesLoopback6(address: Address): boolean {
  if (address.kind === 'samehost' || (address.kind === 'host' && isLoopbackName(address.name))) return true;
  return address.kind === 'all' || (address.kind === 'network' && containsNetwork(address, loopback6));
}

/** Whether a record decides, for ::1, about logins that another record is for: it need not let them in. */
function takesOver(each: HbaRecord, record: HbaRecord): boolean {
  if (!isTaken(each)) return false;
  if (each.connectionType !== record.connectionType && each.connectionType !== 'host') return false;
  return takesIn(each.databases, record.databases) && takesIn(each.users, record.users);
}

/** Whether a column means everything that another one means, or just the same. */
function takesIn(outer: readonly NamePattern[], inner: readonly NamePattern[]): boolean {
  if (listKey(outer) === listKey(inner)) return true;
  const ofReplication = inner.some(({ kind }) => kind === 'replication');
  if (!ofReplication && outer.some(({ kind }) => kind === 'all')) return true;
  const keys = new Set(outer.map(({ kind, value }) => `${kind} ${value}`));
  return inner.every(({ kind, value }) => keys.has(`${kind} ${value}`));
}

/** The edit that puts the same record for ::1/128 in a line below, columns kept; none where an @file brought the address. */
function counterpart(record: HbaRecord, { token, maskToken }: Network) {
  const { file } = record;
  if (token.file !== file || (maskToken !== undefined && maskToken.file !== file)) return [];
  const { text } = file;
  const lineStart = text.lastIndexOf('\n', record.start - 1) + 1;
  const addressEnd = maskToken?.end ?? token.end;
  const behind = text.slice(addressEnd, record.end);
  const address = '::1/128'.padEnd(addressEnd - token.start);
  const line = `${text.slice(lineStart, token.start)}${address}${behind}`;
  return insertRecord(record, 'below', line);
}
