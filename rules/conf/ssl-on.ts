import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { isReachable } from '../../src/rule-kit/settings/listening.js';
import { provenance, reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/ssl-on',
  meta: {
    type: 'problem',
    summary: 'Require TLS on a server that other machines can reach',
    category: 'tls',
    presets: ['recommended', { preset: 'strict', options: { always: true } }],
    controls: [...cis('6.8'), ...stig('004900', '008300', '008800', '008900'), ...percona('tls')],
    options: {
      always: {
        type: 'boolean',
        default: false,
        description: 'Report also a server that only its own machine can reach.',
      },
    },
    anyMajor: true,
    messages: {
      set: {
        headline: 'TLS is off (ssl = off)',
        why: 'All traffic can be read, some passwords too.',
        help: 'Set ssl = on, with ssl_cert_file and ssl_key_file.',
      },
      default: {
        headline: 'TLS is off by default',
        why: 'All traffic can be read, some passwords too.',
        help: 'Set ssl = on, with ssl_cert_file and ssl_key_file.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== false) return;
        if (!context.options.always && !isReachable(cluster)) return;
        reportSetting(context, 'ssl', {
          messageId: provenance(cluster, 'ssl'),
          right: {
            value: 'on',
            title: 'Set ssl = on (the server does not start without its certificate and key)',
            as: 'suggestion',
          },
        });
      },
    };
  },
});
