import { isPartial } from '../../src/rule-kit/reading-errors.js';
import { letsIn } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';
import { listInForce, reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'cluster/missing-record',
  meta: {
    type: 'suggestion',
    summary:
      'Report clusters without a record for the Unix-domain socket, or for the standbys that they are set up for',
    category: 'authentication',
    presets: ['strict'],
    messages: {
      local: {
        headline: 'No record is for the Unix-domain socket (local)',
        why: 'psql, pg_dump and scripts that name no host are rejected, the administrator too.',
        help: 'Add local all postgres peer, or empty unix_socket_directories.',
      },
      replication: {
        headline: 'No record of pg_hba.conf lets a standby in',
        why: 'max_wal_senders = {value} is set for standbys, and all does not include replication.',
        help: 'Add a record with the database replication, or remove the line.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        const { hba, configuration } = cluster;
        if (cluster.extent !== 'whole' || hba === undefined || isPartial(hba) || hba.records.length === 0) return;
        if (hba.records.some(({ error }) => error?.severity === 'error')) return;
        const lets = (test: (record: HbaRecord) => boolean) => hba.records.some((each) => letsIn(each) && test(each));
        const isLocal = ({ connectionType }: HbaRecord) => connectionType === 'local';
        if (!lets(isLocal) && listInForce(cluster, 'unix_socket_directories')?.length !== 0) {
          const { file, start, end } = hba.records[0]!;
          context.report({ messageId: 'local', at: { file, start, end } });
        }
        const { entry } = configuration.get('max_wal_senders');
        const senders = valueInForce(cluster, 'max_wal_senders');
        if (entry === undefined || typeof senders !== 'number' || senders <= 0) return;
        const isForStandbys = ({ databases, connectionType }: HbaRecord) =>
          connectionType !== 'local' && databases.some(({ kind }) => kind === 'replication' || kind === 'unknown');
        if (lets(isForStandbys)) return;
        reportSetting(context, 'max_wal_senders', { messageId: 'replication', data: { value: senders } });
      },
    };
  },
});
