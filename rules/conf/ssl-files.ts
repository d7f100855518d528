import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { isReachable } from '../../src/rule-kit/settings/listening.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

/** The certificate that Debian and its descendants make for every machine and for every service on it. */
const snakeoil = /(?:^|\/)ssl-cert-snakeoil\.(?:pem|key)$/;

export default defineRule({
  id: 'conf/ssl-files',
  meta: {
    type: 'problem',
    summary: 'Require a certificate and a key of the server’s own',
    category: 'tls',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error', options: { requireExplicit: true } }],
    controls: [...cis('6.8'), ...stig('008400'), ...percona('tls')],
    options: {
      requireExplicit: {
        type: 'boolean',
        default: false,
        description:
          'Report also files that are left at their defaults, server.crt and server.key in the data directory.',
      },
    },
    blocks: { empty: 'start' },
    messages: {
      snakeoil: {
        headline: 'The server’s certificate was made by the machine itself',
        why: '{names} it made: no client can verify the certificate, and every service here shares the key.',
        help: 'Use a certificate that your clients’ authority has signed, with a key of its own.',
      },
      same: {
        headline: 'ssl_cert_file and ssl_key_file are the same file',
        why: 'A key is secret, and a certificate is public.',
        help: 'Keep them apart.',
      },
      empty: { headline: '{name} is empty, but TLS is on', why: 'The server does not start.', help: 'Name the file.' },
      default: {
        headline: '{name} is left at its default, {value}',
        why: 'Backups of the data directory copy it along.',
        help: 'Name a file outside.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== true) return;
        const certificate = textInForce(cluster, 'ssl_cert_file');
        const key = textInForce(cluster, 'ssl_key_file');
        if (certificate !== undefined && certificate !== '' && certificate === key) {
          reportSetting(context, 'ssl_key_file', { messageId: 'same' });
        }
        const files = [
          ['ssl_cert_file', certificate],
          ['ssl_key_file', key],
        ] as const;
        const [first, second] = files.filter(([, value]) => value !== undefined && snakeoil.test(value));
        // On a machine that nobody else reaches there is nobody to verify it.
        if (first !== undefined && isReachable(cluster)) reportSnakeoil(first[0], second?.[0]);
        for (const [name, value] of files) {
          const isSet = cluster.configuration.get(name).entry !== undefined;
          if (value === '') reportSetting(context, name, { messageId: 'empty', data: { name } });
          else if (value !== undefined && !isSet && context.options.requireExplicit) {
            reportSetting(context, name, { messageId: 'default', data: { name, value } });
          }
        }
      },
    };

    /** Certificate and key belong together: one cause, one report. */
    function reportSnakeoil(name: string, second: string | undefined): void {
      const entry = second === undefined ? undefined : context.cluster.configuration.get(second).entry;
      const whose = name === 'ssl_cert_file' ? 'ssl_cert_file is the certificate' : 'ssl_key_file is the key';
      reportSetting(context, name, {
        messageId: 'snakeoil',
        data: { names: second === undefined ? `${whose} that` : 'ssl_cert_file and ssl_key_file are the pair that' },
        related: entry === undefined ? [] : [{ at: valuePlace(entry), message: 'the key that belongs to it' }],
      });
    }
  },
});
