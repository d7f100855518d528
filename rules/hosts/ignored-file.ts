import { defineRule } from '../../src/rule-kit/rule.js';
import { settingPlace } from '../../src/rule-kit/settings/setting-places.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'hosts/ignored-file',
  meta: {
    type: 'problem',
    summary: 'Report entries of pg_hosts.conf that the server never reads, because ssl_sni or ssl is off',
    category: 'tls',
    severity: 'warning',
    presets: ['correctness'],
    targets: { from: 19 },
    messages: {
      sni: {
        headline: 'The server does not read this file while ssl_sni is off',
        why: 'It shows ssl_cert_file to every client.',
        help: 'Set ssl_sni = on.',
      },
      ssl: {
        headline: 'The server does not read this file while ssl is off',
        why: 'There is no TLS at all.',
        help: 'Set ssl = on.',
      },
    },
  },
  create({ cluster, report }) {
    return {
      Cluster({ extent, hosts }) {
        const entry = hosts?.entries[0];
        if (extent !== 'whole' || entry === undefined) return;
        const name =
          valueInForce(cluster, 'ssl') === false
            ? 'ssl'
            : valueInForce(cluster, 'ssl_sni') === false
              ? 'ssl_sni'
              : undefined;
        if (name === undefined) return;
        const place = settingPlace(cluster, name);
        report({
          messageId: name === 'ssl' ? 'ssl' : 'sni',
          at: { file: entry.file, start: entry.start, end: entry.end },
          related: place === undefined ? [] : [{ at: place, message: `${name} is off` }],
        });
      },
    };
  },
});
