import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { settingPlace } from '../../src/rule-kit/settings/setting-places.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/replication-off',
  meta: {
    type: 'problem',
    summary: 'Report records for replication on servers whose settings allow none',
    category: 'replication',
    severity: 'warning',
    presets: ['recommended'],
    eachRecordAlone: true,
    messages: {
      senders: {
        headline: 'max_wal_senders = 0 serves no standby',
        why: 'Replication and pg_basebackup by this record fail.',
        help: 'Set it, or remove the record.',
      },
      minimal: {
        headline: 'wal_level = minimal and max_wal_senders = 0 serve no standby',
        why: 'This record lets standbys in, but replication and pg_basebackup fail.',
        help: 'Set wal_level = replica and max_wal_senders, or remove the record.',
      },
    },
  },
  create({ cluster, report }) {
    const senders = valueInForce(cluster, 'max_wal_senders');
    const level = valueInForce(cluster, 'wal_level');
    // wal_level = minimal with senders does not even start; that is said elsewhere.
    const messageId = senders !== 0 ? undefined : level === 'minimal' ? 'minimal' : 'senders';
    if (cluster.extent !== 'whole' || messageId === undefined) return {};
    const setting = settingPlace(cluster, 'max_wal_senders');
    return {
      DecidingRecord(record) {
        const pattern = record.databases.find(({ kind }) => kind === 'replication');
        // The stock file has records for replication from the machine itself.
        if (!isTaken(record) || record.method === 'reject' || pattern === undefined) return;
        if (record.connectionType === 'local' || record.address?.kind === 'samehost') return;
        if (record.address?.kind === 'network' && isStockAddress(record.address.token.value)) return;
        const { file, start, end } = pattern.token;
        report({
          messageId,
          at: { file, start, end },
          related: setting === undefined ? [] : [{ at: setting, message: 'no replication because of this' }],
        });
      },
    };
  },
});

function isStockAddress(text: string): boolean {
  return text === '127.0.0.1/32' || text === '::1/128';
}
