import { relativePath } from '../../src/rule-kit/cluster/paths.js';
import { stig } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/private-key-in-repository',
  meta: {
    type: 'problem',
    summary: 'Disallow a private key beside the configuration',
    category: 'tls',
    presets: ['recommended', { preset: 'strict', options: { allowEncrypted: false } }],
    controls: stig('004100'),
    options: {
      allowEncrypted: {
        type: 'boolean',
        default: true,
        description: 'Do not report a key that is encrypted with a passphrase.',
      },
      allowFiles: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description:
          'Keys that may lie there, such as those of tests, by their path from the folder of the configuration.',
      },
    },
    messages: {
      plain:
        'The private key of the server lies in {path}, readable to everyone who can read this repository: they can pass for the server, and read what TLS without forward secrecy protects. Take it out, out of the history too, make a new key, and hand it to the server another way.',
      encrypted:
        'The private key of the server lies in {path}; only its passphrase keeps it from everyone who can read this repository, and they can try passphrases for as long as they like. Hand the key to the server another way.',
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        // Without TLS a name that nobody wrote down says nothing about a file that happens to be called so.
        const isSet = cluster.configuration.get('ssl_key_file').entry !== undefined;
        if (!isSet && valueInForce(cluster, 'ssl') !== true) return;
        const file = cluster.fileNamedBy?.('ssl_key_file');
        if (file === undefined || file.isOnServer) return;
        const path = relativePath(file.path, cluster.folder);
        const messageId = kindOf(file.text);
        if (messageId === undefined || (messageId === 'encrypted' && context.options.allowEncrypted)) return;
        if (context.options.allowFiles.includes(path)) return;
        reportSetting(context, 'ssl_key_file', { messageId, data: { path } });
      },
    };
  },
});

/** What a PEM file holds: PKCS #8 says it in the first line, the older formats in a header. */
function kindOf(text: string): 'plain' | 'encrypted' | undefined {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----/.test(text)) return 'encrypted';
  if (!/-----BEGIN (?:[A-Z0-9]+ )?PRIVATE KEY-----\s+\S/.test(text)) return undefined;
  return /^Proc-Type: 4,ENCRYPTED/m.test(text) ? 'encrypted' : 'plain';
}
