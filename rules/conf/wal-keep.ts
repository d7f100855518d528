import { defineRule } from '../../src/rule-kit/rule.js';
import { provenance, reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/wal-keep',
  meta: {
    type: 'suggestion',
    summary: 'Require that what is kept for standbys fits together',
    category: 'replication',
    presets: ['strict'],
    targets: { from: 13 },
    messages: {
      exceeds: {
        headline: 'wal_keep_size is more than max_slot_wal_keep_size',
        why: '{keep} is kept, and the bound of {bound} has no effect.',
        help: 'Raise the bound.',
      },
      nothing: {
        headline: 'Nothing keeps WAL for this standby',
        why: 'It has no slot on its primary (primary_slot_name) and no archive (restore_command), and wal_keep_size is 0: when it falls behind by a few checkpoints, it must be built again.',
        help: 'Set one of them.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        const keep = valueInForce(cluster, 'wal_keep_size');
        const bound = valueInForce(cluster, 'max_slot_wal_keep_size');
        if (typeof keep !== 'number' || typeof bound !== 'number') return;
        if (bound >= 0 && keep > bound && provenance(cluster, 'max_slot_wal_keep_size') === 'set') {
          const data = {
            keep: cluster.configuration.get('wal_keep_size').value ?? '',
            bound: cluster.configuration.get('max_slot_wal_keep_size').value ?? '',
          };
          reportSetting(context, 'max_slot_wal_keep_size', { messageId: 'exceeds', data });
        }
        const isEmpty = (name: string) => textInForce(cluster, name) === '';
        if (cluster.extent !== 'whole' || keep > 0 || isEmpty('primary_conninfo')) return;
        if (!isEmpty('primary_slot_name') || !isEmpty('restore_command')) return;
        reportSetting(context, 'primary_conninfo', { messageId: 'nothing' });
      },
    };
  },
});
