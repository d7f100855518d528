import { recordPlaces } from '../../src/rule-kit/records/record-places.js';
import { isOwnMachine, isTaken, originOf } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';
import { listening } from '../../src/rule-kit/settings/listening.js';
import { settingPlace } from '../../src/rule-kit/settings/setting-places.js';
import { provenance } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/not-listening',
  meta: {
    type: 'problem',
    summary: 'Report records for clients that cannot reach the server where it listens',
    category: 'network',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      set: {
        headline: 'No client {origin} reaches this server',
        why: 'listen_addresses = {addresses} {reach}{more}.',
        help: 'Listen on an address of that network, or remove the record.',
      },
      default: {
        headline: 'No client {origin} reaches this server',
        why: 'listen_addresses is not set, so the server listens on localhost only{more}.',
        help: 'Listen on an address of that network, or remove the record.',
      },
    },
  },
  create({ cluster, report }) {
    return {
      Cluster({ hba }) {
        const where = listening(cluster);
        if (hba === undefined || where === undefined) return;
        const unreachable = hba.records.filter((record) => {
          const family = familyOf(record);
          if (family === undefined) return false;
          if (family === 'loopback') return !where.tcp;
          if (family === 'any') return !where.remote4 && !where.remote6;
          return family === 4 ? !where.remote4 : !where.remote6;
        });
        const first = unreachable[0];
        const token = first?.address?.token;
        if (first === undefined || token === undefined) return;
        const setting = settingPlace(cluster, 'listen_addresses');
        report({
          messageId: provenance(cluster, 'listen_addresses'),
          data: {
            origin: originOf(first),
            addresses: where.addresses.length === 0 ? "''" : where.addresses.join(', '),
            reach: reachOf(where),
            more: unreachable.length === 1 ? '' : ` (the same holds for ${recordPlaces(unreachable.slice(1), first)})`,
          },
          at: { file: token.file, start: token.start, end: token.end },
          related: [
            ...(setting === undefined ? [] : [{ at: setting, message: 'where the server listens' }]),
            ...unreachable.slice(1, 10).map((record) => ({ at: record, message: 'nobody gets here either' })),
          ],
        });
      },
    };
  },
});

/** The clients of a record; undefined for what says nothing: local, reject, the machine itself while TCP is on. */
function familyOf(record: HbaRecord): 4 | 6 | 'any' | 'loopback' | undefined {
  const { address } = record;
  if (!isTaken(record) || record.method === 'reject' || address === undefined) return undefined;
  if (isOwnMachine(address)) return 'loopback';
  // These follow where the server is; they are no mistake on a server that listens nowhere else.
  if (address.kind === 'samenet' || address.kind === 'all') return undefined;
  if (address.kind === 'network') return address.mask === 0n ? undefined : address.family;
  return 'any';
}

function reachOf({ remote4, remote6, tcp }: { remote4: boolean; remote6: boolean; tcp: boolean }): string {
  if (!tcp) return 'takes connections of the Unix-domain socket only';
  if (!remote4 && !remote6) return 'takes connections of this machine only';
  return remote4 ? 'has no IPv6 address' : 'has no IPv4 address';
}
