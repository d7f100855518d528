import { isPartial } from '../../src/rule-kit/reading-errors.js';
import { isOwnMachine, letsIn } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';
import { reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/synchronous-replication',
  meta: {
    type: 'problem',
    summary: 'Report synchronous standbys that cannot connect, so that commits wait for ever',
    category: 'replication',
    concern: 'meaning',
    presets: ['recommended'],
    messages: {
      noRecord: {
        headline: 'Every commit waits for standbys that no record lets in',
        why: 'synchronous_standby_names is set, so the first commit never returns.',
        help: 'Add a record for replication from another host, or empty synchronous_standby_names.',
      },
      noSenders: {
        headline: 'Every commit waits for standbys, and none can connect',
        why: 'max_wal_senders = 0.',
        help: 'Set it, or empty synchronous_standby_names.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (cluster.extent !== 'whole') return;
        const names = textInForce(cluster, 'synchronous_standby_names')?.trim() ?? '';
        const commit = textInForce(cluster, 'synchronous_commit');
        if (names === '' || commit === 'local' || commit === 'off') return;
        if (valueInForce(cluster, 'max_wal_senders') === 0) {
          reportSetting(context, 'synchronous_standby_names', { messageId: 'noSenders' });
          return;
        }
        const { hba } = cluster;
        if (hba === undefined || isPartial(hba) || hba.records.some(({ error }) => error?.severity === 'error')) return;
        if (hba.records.some(letsStandbysIn)) return;
        reportSetting(context, 'synchronous_standby_names', { messageId: 'noRecord' });
      },
    };
  },
});

/** Whether a standby on another machine may come in; stock files have records for the machine itself only. */
function letsStandbysIn(record: HbaRecord): boolean {
  if (!letsIn(record) || record.connectionType === 'local') return false;
  if (record.address !== undefined && isOwnMachine(record.address)) return false;
  return record.databases.some(({ kind }) => kind === 'replication' || kind === 'unknown');
}
