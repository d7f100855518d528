import { provenance, reportSetting, textInForce, valueInForce } from '../../src/linter/for-rules/settings.js';
import { defineRule } from '../../src/linter/rule.js';

/** The suites of TLS 1.3 (RFC 8446, appendix B.4), and those of RFC 9150 that OpenSSL 3.4 has. */
const suites: readonly string[] = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_128_CCM_SHA256',
  'TLS_AES_128_CCM_8_SHA256',
  'TLS_SHA256_SHA256',
  'TLS_SHA384_SHA384',
];

export default defineRule({
  id: 'conf/ssl-tls13-ciphers',
  meta: {
    type: 'problem',
    summary: 'Require that suites of TLS 1.3 stand where they count, with colons between them',
    category: 'tls',
    presets: ['correctness'],
    controls: [
      { benchmark: 'cis-17', id: '6.10' },
      { benchmark: 'cis-18', id: '6.10' },
    ],
    messages: {
      only: 'ssl_ciphers names suites of TLS 1.3 only, which this list cannot hold: with OpenSSL 3 the server does not start, with older ones the list is ignored. {advice}',
      mixed: '{suite} is a suite of TLS 1.3 and does nothing in ssl_ciphers, which is for TLS 1.2 and before. {advice}',
      separator:
        'ssl_tls13_ciphers takes colons between suites, and nothing else: the server does not start. Write {right}.',
      unknown:
        '{suite} is no suite of TLS 1.3, and one such name is enough: the server does not start. Remove it{where}.',
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== true) return;
        const advice =
          cluster.target >= 18
            ? 'Write it in ssl_tls13_ciphers, with colons between suites.'
            : 'Remove it: before 18, PostgreSQL leaves the suites of TLS 1.3 to OpenSSL.';
        const list = (textInForce(cluster, 'ssl_ciphers') ?? '').split(/[:;, ]+/).filter((each) => each !== '');
        const misplaced = list.filter((each) => suites.includes(each));
        if (misplaced.length > 0 && provenance(cluster, 'ssl_ciphers') === 'set') {
          const messageId = misplaced.length === list.length ? 'only' : 'mixed';
          reportSetting(context, 'ssl_ciphers', { messageId, data: { suite: misplaced.join(', '), advice } });
        }
        const text = textInForce(cluster, 'ssl_tls13_ciphers') ?? '';
        const named = text.split(/[:;,\s]+/).filter((each) => each !== '');
        const unknown = named.find((each) => !suites.includes(each));
        if (unknown !== undefined) {
          const where = unknown.startsWith('TLS_') ? '' : ', or write it in ssl_ciphers';
          reportSetting(context, 'ssl_tls13_ciphers', { messageId: 'unknown', data: { suite: unknown, where } });
        } else if (/[;,\s]/.test(text)) {
          const right = `'${named.join(':')}'`;
          reportSetting(context, 'ssl_tls13_ciphers', {
            messageId: 'separator',
            data: { right },
            right: { value: right, as: 'suggestion' },
          });
        }
      },
    };
  },
});
