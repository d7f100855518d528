import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'carrier/listen-addresses',
  meta: {
    type: 'problem',
    summary: 'Require listen_addresses in a postgresql.conf for a container',
    category: 'network',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      default: {
        headline: 'Only its own container reaches the server',
        why: "This file replaces the image's own, which sets '*'.",
        help: 'Set listen_addresses.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (cluster.container === undefined || cluster.extent !== 'whole') return;
        if (cluster.configuration.get('listen_addresses').entry !== undefined) return;
        reportSetting(context, 'listen_addresses', {
          messageId: 'default',
          right: { value: "'*'", title: "Set listen_addresses = '*'", as: 'suggestion' },
        });
      },
    };
  },
});
