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
      default:
        "listen_addresses is not set, so in its container the server listens on localhost only, and nothing outside of the container reaches it. The image's own postgresql.conf says listen_addresses = '*', which a file of your own takes the place of. Set it.",
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
