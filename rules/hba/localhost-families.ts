import type { Address, Cluster, HbaRecord, NamePattern } from '../../src/cluster/types.js';
import { listKey } from '../../src/linter/for-rules/record-meaning.js';
import { containsAddress, isTaken, letsIn } from '../../src/linter/for-rules/records.js';
import { splitList, textInForce } from '../../src/linter/for-rules/settings.js';
import { defineRule } from '../../src/linter/rule.js';

type Network = Extract<Address, { kind: 'network' }>;

const loopback4 = 0x7f00_0001n;
const all4 = (1n << 32n) - 1n;
const all6 = (1n << 128n) - 1n;

export default defineRule({
  id: 'hba/localhost-families',
  meta: {
    type: 'problem',
    summary: 'Require that a record for 127.0.0.1 has its counterpart for ::1',
    category: 'network',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      missing:
        'Clients on this machine that connect to “localhost” come from ::1 first, which this record does not match, and libpq does not try 127.0.0.1 after a refusal. Add a line below for ::1/128.',
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    const listens = listensOnIpv6(cluster);
    return {
      HbaRecord(record) {
        const { address } = record;
        if (!listens || !letsIn(record) || address?.kind !== 'network' || !isLoopback4(address)) return;
        if ((cluster.hba?.records ?? []).some((each) => takesOver(each, record, address))) return;
        const { file, start, end } = address.token;
        report({ messageId: 'missing', at: { file, start, end }, suggestions: counterpart(record, address) });
      },
    };
  },
});

/** Whether the server listens on ::1. “localhost” is both on all common systems; of other names files tell nothing. */
function listensOnIpv6(cluster: Cluster): boolean {
  const addresses = splitList(textInForce(cluster, 'listen_addresses') ?? 'localhost');
  return addresses.some((address) => ['*', '::', '::1', 'localhost'].includes(address.toLowerCase()));
}

function isLoopback4({ family, address, mask }: Network): boolean {
  return family === 4 && address === loopback4 && mask === all4;
}

/** Whether a record decides, for ::1, about logins that another record is for: it need not let them in. */
function takesOver(each: HbaRecord, record: HbaRecord, { token }: Network): boolean {
  if (!isTaken(each) || each.address === undefined) return false;
  if (each.connectionType !== record.connectionType && each.connectionType !== 'host') return false;
  const loopback6: Network = {
    kind: 'network',
    family: 6,
    address: 1n,
    mask: all6,
    scope: undefined,
    token,
    maskToken: undefined,
  };
  const isLocalName =
    each.address.kind === 'samehost' || (each.address.kind === 'host' && each.address.name === 'localhost');
  if (!isLocalName && !containsAddress(each.address, loopback6)) return false;
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

/** The same record for ::1/128 in a line below, columns kept. */
function counterpart(record: HbaRecord, { token, maskToken }: Network) {
  const { file } = record;
  if (token.file !== file || (maskToken !== undefined && maskToken.file !== file)) return [];
  const { text } = file;
  const lineStart = text.lastIndexOf('\n', record.start - 1) + 1;
  const addressEnd = maskToken?.end ?? token.end;
  const behind = text.slice(addressEnd, record.end);
  const address = '::1/128'.padEnd(addressEnd - token.start);
  const newline = text.indexOf('\n', record.end);
  const lineEnd = newline === -1 ? text.length : newline;
  const end = text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const line = `${text.slice(lineStart, token.start)}${address}${behind}`;
  const separator = text.includes('\r\n') ? '\r\n' : '\n';
  return [
    {
      title: 'Add a line below for ::1/128',
      edits: [{ at: file, start: end, end, text: `${separator}${line}` }],
    },
  ];
}
