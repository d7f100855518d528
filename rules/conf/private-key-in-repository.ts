import { relativePath } from '../../src/rule-kit/cluster/paths.js';
import { stig } from '../../src/rule-kit/controls.js';
import { type Cluster, defineRule, type NamedFile } from '../../src/rule-kit/rule.js';
import { reportSetting } from '../../src/rule-kit/settings/settings.js';

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
      plain: {
        headline: 'A private key lies in {path}',
        why: 'Everyone who can read this repository can pass for the server, and read what TLS without forward secrecy protects.',
        help: 'Take it out, out of the history too, make a new key, and hand it to the server another way.',
      },
      encrypted: {
        headline: 'The server’s private key lies in {path}',
        why: 'Only its passphrase keeps it from everyone who can read this repository, and they can try passphrases for as long as they like.',
        help: 'Hand the key to the server another way.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        const { allowEncrypted, allowFiles } = context.options;
        const isWrong = (file: NamedFile | undefined): file is NamedFile =>
          file !== undefined &&
          !file.isOnServer &&
          kindOf(file.text) !== undefined &&
          !(kindOf(file.text) === 'encrypted' && allowEncrypted) &&
          !allowFiles.includes(relativePath(file.path, cluster.folder));
        const named = cluster.fileNamedBy?.('ssl_key_file');
        const beside = () => {
          for (const path of cluster.extent === 'whole' ? filesOfKeys(cluster) : []) {
            const file = cluster.fileAt?.(path);
            if (isWrong(file)) return file;
          }
          return undefined;
        };
        const file = isWrong(named) ? named : beside();
        if (file === undefined) return;
        const data = { path: relativePath(file.path, cluster.folder) };
        reportSetting(context, 'ssl_key_file', { messageId: kindOf(file.text)!, data });
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

/** Folders in which people keep keys beside a configuration; no other ones are looked into. */
const folderOfKeys = /^(?:certs?|certificates?|crypto|keys?|pki|private|secrets?|ssl|tls)$/i;

/** The files beside the configuration that are called like keys, and those in folders for them, two levels deep. */
function* filesOfKeys(cluster: Cluster, folder = '.', depth = 0): Generator<string> {
  const names = cluster.namesIn?.(folder) ?? [];
  const pathOf = (name: string) => (folder === '.' ? name : `${folder}/${name}`);
  yield* names.filter((name) => /\.(?:key|pem)$/i.test(name)).map(pathOf);
  if (depth === 2) return;
  for (const name of names) if (folderOfKeys.test(name)) yield* filesOfKeys(cluster, pathOf(name), depth + 1);
}
