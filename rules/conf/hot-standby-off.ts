import { type Cluster, defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/hot-standby-off',
  meta: {
    type: 'problem',
    summary: 'Report standbys that refuse every connection, because hot_standby is off',
    category: 'replication',
    concern: 'meaning',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      standby: {
        headline: 'This standby refuses every connection',
        why: '{sign}, so the server runs in recovery, and takes queries only where hot_standby is on.',
        help: 'Remove the line; on is the default.',
      },
      feedback: {
        headline: 'hot_standby_feedback has no effect',
        why: 'hot_standby is off, so there are no queries to report.',
        help: 'Remove hot_standby = off.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'hot_standby') !== false) return;
        const sign = signOfStandby(cluster);
        if (sign !== undefined) reportSetting(context, 'hot_standby', { messageId: 'standby', data: { sign } });
        else if (valueInForce(cluster, 'hot_standby_feedback') === true) {
          reportSetting(context, 'hot_standby', { messageId: 'feedback' });
        }
      },
    };
  },
});

/** What tells that the server is a standby: standby.signal (from 12 on), or from where it streams. */
function signOfStandby(cluster: Cluster): string | undefined {
  if (cluster.target >= 12 && cluster.namesIn?.('.').includes('standby.signal')) return 'standby.signal is there';
  return (textInForce(cluster, 'primary_conninfo') ?? '') === '' ? undefined : 'primary_conninfo names a primary';
}
