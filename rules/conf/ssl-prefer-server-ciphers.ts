import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineSettingRule({
  id: 'conf/ssl-prefer-server-ciphers',
  meta: {
    type: 'suggestion',
    summary: 'Require that the server’s order of ciphers counts',
    category: 'tls',
    presets: [{ preset: 'strict', severity: 'error' }],
    messages: {
      set: {
        headline: 'The client chooses the cipher',
        why: 'It may be the weakest of ssl_ciphers (ssl_prefer_server_ciphers = {value}).',
        help: 'Set it on.',
      },
    },
    fix: 'unsafe',
  },
  parameters: ['ssl_prefer_server_ciphers'],
  judge({ value, cluster }) {
    if (value !== false || valueInForce(cluster, 'ssl') !== true) return undefined;
    const title = 'Set ssl_prefer_server_ciphers = on (connections may get another cipher of the list)';
    return { right: { value: 'on', title, as: 'unsafe' } };
  },
});
