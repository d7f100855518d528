import { cis } from '../../src/rule-kit/controls.js';
import { letsIn } from '../../src/rule-kit/records/records.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineSettingRule({
  id: 'conf/log-replication-commands',
  meta: {
    type: 'suggestion',
    summary: 'Require that replication commands are logged where replication is let in',
    category: 'accounting',
    severity: 'warning',
    presets: ['strict'],
    controls: [...cis('7.2')],
    messages: {
      set: {
        headline: 'Copies of the cluster leave no trace',
        why: 'Replication is not logged (log_replication_commands = {value}).',
        help: 'Set it on.',
      },
      default: {
        headline: 'Copies of the cluster leave no trace',
        why: 'Replication is not logged by default.',
        help: 'Set log_replication_commands = on.',
      },
    },
    fix: 'safe',
  },
  parameters: ['log_replication_commands'],
  judge({ value, cluster }) {
    if (value === true || valueInForce(cluster, 'max_wal_senders') === 0) return undefined;
    const record = cluster.hba?.records.find(
      (candidate) => letsIn(candidate) && candidate.databases.some((database) => database.kind === 'replication'),
    );
    if (record === undefined) return undefined;
    const { file, start, end } = record;
    return {
      related: [{ at: { file, start, end }, message: 'This record lets replication in.' }],
      right: { value: 'on', as: 'safe' },
    };
  },
});
