import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineSettingRule({
  id: 'conf/slot-retention',
  meta: {
    type: 'suggestion',
    summary: 'Require a bound on what replication slots keep',
    category: 'replication',
    presets: ['strict'],
    targets: { from: 13 },
    messages: {
      set: {
        headline: 'A slot keeps WAL without end (max_slot_wal_keep_size = {value})',
        why: 'When its standby is gone, the disk fills up and the server stops.',
        help: 'Set max_slot_wal_keep_size to what the disk can spare, such as 50GB.',
      },
      default: {
        headline: 'A replication slot keeps WAL without end',
        why: 'That is the default. When its standby is gone, the disk fills up and the server stops.',
        help: 'Set max_slot_wal_keep_size to what the disk can spare, such as 50GB.',
      },
    },
    suggestions: true,
  },
  parameters: ['max_slot_wal_keep_size'],
  judge({ value, cluster }) {
    if (value !== -1) return undefined;
    const areSet = cluster.configuration.get('max_replication_slots').entry !== undefined;
    const slots = valueInForce(cluster, 'max_replication_slots');
    const isUsed = (areSet && slots !== 0) || (textInForce(cluster, 'primary_slot_name') ?? '') !== '';
    return isUsed ? { right: { value: '50GB', as: 'suggestion' } } : undefined;
  },
});
