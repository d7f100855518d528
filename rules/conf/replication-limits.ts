import { type Cluster, defineRule } from '../../src/rule-kit/rule.js';
import { provenance, reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

/** What a limit of 0 rules out although other settings ask for it; undefined where nothing does. */
type Judge = (cluster: Cluster) => { messageId: string; data?: Record<string, string> } | undefined;

/** Settings that do nothing but for slots, with the values that mean that nothing is asked for. */
const forSlots: Readonly<Record<string, string | boolean | number>> = {
  sync_replication_slots: false,
  synchronized_standby_slots: '',
  max_slot_wal_keep_size: -1,
  idle_replication_slot_timeout: 0,
};

const limits: Readonly<Record<string, Judge>> = {
  max_replication_slots(cluster) {
    if (textInForce(cluster, 'wal_level') === 'logical') return { messageId: 'logicalSlots' };
    const other = Object.keys(forSlots).find((name) => {
      const value = valueInForce(cluster, name);
      return value !== undefined && value !== forSlots[name] && provenance(cluster, name) === 'set';
    });
    return other === undefined ? undefined : { messageId: 'slots', data: { other } };
  },
  max_wal_senders(cluster) {
    if (textInForce(cluster, 'wal_level') === 'logical') return { messageId: 'logicalSenders' };
    return undefined;
  },
};

export default defineRule({
  id: 'conf/replication-limits',
  meta: {
    type: 'problem',
    summary: 'Report limits of 0 that rule out the replication that other settings ask for',
    category: 'replication',
    concern: 'meaning',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      logicalSlots: {
        headline: 'No logical slot can be made: max_replication_slots is 0',
        why: 'wal_level = logical is there for slots, and every subscription and decoder needs one.',
        help: 'Set max_replication_slots to the number of them.',
      },
      logicalSenders: {
        headline: 'No subscriber can connect: max_wal_senders is 0',
        why: 'wal_level = logical is there for them, and each needs a process here.',
        help: 'Set max_wal_senders to the number of subscribers and standbys.',
      },
      slots: {
        headline: '{other} has no effect: max_replication_slots is 0',
        why: 'There can be no replication slot that it is about.',
        help: 'Set max_replication_slots, or remove {other}.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (cluster.extent !== 'whole') return;
        for (const [name, judge] of Object.entries(limits)) {
          if (valueInForce(cluster, name) !== 0) continue;
          const said = judge(cluster);
          if (said !== undefined) reportSetting(context, name, said);
        }
      },
    };
  },
});
