import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { isPartial } from '../../src/rule-kit/reading-errors.js';
import { listKey } from '../../src/rule-kit/records/meaning.js';
import { addressText, isEverywhere, isTaken, letsIn } from '../../src/rule-kit/records/records.js';
import { type Address, defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';
import { listening } from '../../src/rule-kit/settings/listening.js';

type Network = Extract<Address, { kind: 'network' }>;

export default defineRule({
  id: 'hba/both-families',
  meta: {
    type: 'problem',
    summary: 'Require that a record for every IPv4 address has its counterpart for IPv6, and the other way round',
    category: 'network',
    severity: 'warning',
    presets: ['recommended', { preset: 'all', options: { records: 'all' } }],
    options: {
      records: {
        type: 'string',
        default: 'reject',
        enum: ['reject', 'all'],
        description:
          'reject: records that keep clients out, where a later record lets clients of the other family in, and those that let clients in where the server listens for both families outside of a container; all: those that let clients in everywhere.',
      },
    },
    eachRecordAlone: true,
    messages: {
      reject: {
        headline: '{address} does not reject IPv{other} clients',
        why: 'Line {line} can let them in.',
        help: 'Write all, which means both.',
      },
      allow: {
        headline: '{address} matches IPv{family} clients only',
        why: 'Clients that connect over IPv{other} are rejected.',
        help: 'Write all, or name the networks.',
      },
    },
    suggestions: true,
    // The networks that are to be named there decide about the family as well.
    yieldsTo: [{ rule: 'hba/no-world-open', by: 'record' }],
  },
  create({ allRecords, cluster, options, report }) {
    /** Whether the server listens for clients of the other family, whom such a record then leaves out. */
    function isReachedByBoth(address: Network): boolean {
      if (cluster.isContainer) return false;
      const { addresses } = listening(cluster) ?? { addresses: [] };
      return addresses.some(
        (each) => each === '*' || (otherFamily(address) === 6 ? each.includes(':') : each === '0.0.0.0'),
      );
    }
    return {
      HbaRecord(record) {
        const { address, method } = record;
        if (!isTaken(record) || method === undefined || address?.kind !== 'network' || !isEverywhere(address)) return;
        const records = allRecords();
        if (isPartial(cluster.hba!)) return;
        if (records.some((each) => isCounterpart(each, record, address))) return;
        const later = method === 'reject' ? letInLater(records, record, address) : undefined;
        if (method === 'reject' ? later === undefined : options.records !== 'all' && !isReachedByBoth(address)) return;
        const place = placeOf(address);
        report({
          messageId: later === undefined ? 'allow' : 'reject',
          data: {
            address: addressText(address),
            family: address.family,
            other: otherFamily(address),
            line: later?.line ?? 0,
          },
          at: place,
          related: later === undefined ? [] : [{ at: later, message: `Lets IPv${otherFamily(address)} clients in` }],
          suggestions: [{ title: 'Write all', edits: replaceToken(place, 'all') }],
        });
      },
    };
  },
});

/** Whether a record does for the other family, or for both, what another one does for its family. */
function isCounterpart(each: HbaRecord, record: HbaRecord, address: Network): boolean {
  if (!isTaken(each) || each.address === undefined || !isEverywhere(each.address)) return false;
  if (each.address.kind === 'network' && each.address.family === address.family) return false;
  if (each.connectionType !== record.connectionType && each.connectionType !== 'host') return false;
  return (
    (each.method === 'reject') === (record.method === 'reject') &&
    listKey(each.databases) === listKey(record.databases) &&
    listKey(each.users) === listKey(record.users)
  );
}

/** The first record behind a reject that may let clients of the other family in whom the reject was to keep out. */
function letInLater(records: readonly HbaRecord[], record: HbaRecord, address: Network): HbaRecord | undefined {
  return records
    .slice(records.indexOf(record) + 1)
    .find(
      (later) =>
        letsIn(later) &&
        later.connectionType !== 'local' &&
        (later.address?.kind !== 'network' || later.address.family !== address.family) &&
        mayShare(later.databases, record.databases) &&
        mayShare(later.users, record.users),
    );
}

/** Whether two columns may mean the same name: only plain names that differ surely do not. */
function mayShare(a: HbaRecord['databases'], b: HbaRecord['databases']): boolean {
  const isReplication = (column: HbaRecord['databases']) => column.every(({ kind }) => kind === 'replication');
  if (isReplication(a) !== isReplication(b)) return false;
  return a.some((one) => b.some((other) => one.kind !== 'name' || other.kind !== 'name' || one.value === other.value));
}

function otherFamily({ family }: Network): 4 | 6 {
  return family === 4 ? 6 : 4;
}

/** The address with its netmask column. */
function placeOf({ token, maskToken }: Network) {
  return { file: token.file, start: token.start, end: maskToken?.file === token.file ? maskToken.end : token.end };
}
