import { setSetting } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { provenance, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';
import { parseConnectionString } from '../../src/rule-kit/values/conninfo.js';

export default defineRule({
  id: 'conf/slot-sync',
  meta: {
    type: 'problem',
    summary: 'Require what the synchronisation of slots needs',
    category: 'replication',
    severity: 'warning',
    presets: ['recommended'],
    targets: { from: 17 },
    messages: {
      missing: {
        headline: 'sync_replication_slots never synchronizes slots',
        why: 'It also needs {needs}. After a failover, logical subscribers lose their place.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'sync_replication_slots') !== true || cluster.extent !== 'whole') return;
        const needs: string[] = [];
        const settings: [name: string, value: string][] = [];
        const level = textInForce(cluster, 'wal_level');
        // 19 raises the level by itself when a slot asks for it.
        if (level !== undefined && level !== 'logical' && (cluster.target < 19 || level === 'minimal')) {
          settings.push(['wal_level', cluster.target < 19 ? 'logical' : 'replica']);
        }
        if (valueInForce(cluster, 'hot_standby_feedback') === false) settings.push(['hot_standby_feedback', 'on']);
        needs.push(...settings.map(([name, value]) => `${name} = ${value}`));
        if (textInForce(cluster, 'primary_slot_name') === '') needs.push('primary_slot_name');
        const primary = textInForce(cluster, 'primary_conninfo') ?? '';
        const parsed = parseConnectionString(primary);
        if (parsed !== undefined && parsed.get('dbname') === undefined && parsed.get('service') === undefined) {
          needs.push('dbname in primary_conninfo');
        }
        if (needs.length === 0 || provenance(cluster, 'sync_replication_slots') === 'default') return;
        const { entry } = cluster.configuration.get('sync_replication_slots');
        const edits = settings.map(([name, value]) => setSetting(cluster, name, value));
        const title = `Set ${settings.map(([name, value]) => `${name} = ${value}`).join(' and ')}`;
        context.report({
          messageId: 'missing',
          data: { needs: needs.join(', ') },
          at: valuePlace(entry!),
          suggestions:
            edits.length === 0 || edits.includes(undefined)
              ? []
              : [{ title, edits: edits.flatMap((each) => each ?? []) }],
        });
      },
    };
  },
});
