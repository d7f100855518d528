import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/standby-queries',
  meta: {
    type: 'suggestion',
    summary: 'Report settings by which a standby takes no queries, or holds up its primary',
    category: 'replication',
    messages: {
      off: {
        headline: 'A standby takes no queries (hot_standby = off)',
        why: 'Those of monitoring are refused too.',
        help: 'Set hot_standby = on, the default.',
      },
      endless: {
        headline: 'A query may hold up this standby for ever',
        why: 'That is max_standby_streaming_delay = -1, and with hot_standby_feedback = on the query keeps the primary from cleaning up, too.',
        help: 'Bound one of them, such as max_standby_streaming_delay = 5min.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'hot_standby') === false) {
          reportSetting(context, 'hot_standby', { messageId: 'off', right: { value: 'on', as: 'suggestion' } });
        }
        if (valueInForce(cluster, 'hot_standby_feedback') !== true) return;
        if (valueInForce(cluster, 'max_standby_streaming_delay') !== -1) return;
        reportSetting(context, 'max_standby_streaming_delay', {
          messageId: 'endless',
          right: { value: '5min', as: 'suggestion' },
        });
      },
    };
  },
});
