import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { type Cluster, defineRule, type NamedFile } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { provenance, reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

/** What each file must hold (be_tls_init of be-secure-openssl.c). */
const wanted = {
  ssl_cert_file: 'certificate',
  ssl_key_file: 'key',
  ssl_ca_file: 'certificate',
} as const;
type Content = (typeof wanted)[keyof typeof wanted];

const names: Readonly<Record<Content, string>> = { certificate: 'a certificate', key: 'a private key' };

export default defineRule({
  id: 'conf/swapped-tls-files',
  meta: {
    type: 'problem',
    summary: 'Report TLS files that hold something else: a key where the certificate belongs',
    category: 'tls',
    concern: 'meaning',
    presets: ['correctness'],
    blocks: { holds: 'start' },
    messages: {
      swapped: {
        headline: 'ssl_cert_file and ssl_key_file are swapped',
        why: 'By their names {certificate} is a key and {key} a certificate; a server with TLS does not start with them.',
        help: 'Swap the two values.',
      },
      named: {
        headline: '{name} names {what} by its ending',
        why: 'A server with TLS does not start with {value}.',
        help: 'Name the file of {right}.',
      },
      holds: {
        headline: '{name} names a file that holds {what}',
        why: 'The server does not start with it.',
        help: 'Name the file of {right}.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== true) return;
        const found = Object.entries(wanted).flatMap(([name, right]) => {
          const said = wrongContent(cluster, name, right);
          return said === undefined ? [] : [{ name, right, ...said }];
        });
        const certificate = found.find(({ name }) => name === 'ssl_cert_file');
        const key = found.find(({ name }) => name === 'ssl_key_file');
        if (certificate !== undefined && key !== undefined) {
          const texts = [textInForce(cluster, 'ssl_cert_file')!, textInForce(cluster, 'ssl_key_file')!] as const;
          reportSwapped(texts);
        }
        for (const each of found) {
          if (certificate !== undefined && key !== undefined && (each === certificate || each === key)) continue;
          const { name, messageId, holds, right } = each;
          const value = textInForce(cluster, name) ?? '';
          reportSetting(context, name, { messageId, data: { name, value, what: names[holds], right: names[right] } });
        }
      },
    };

    function reportSwapped([certificate, key]: readonly [string, string]): void {
      const { cluster, report } = context;
      const first = cluster.configuration.get('ssl_cert_file').entry;
      const second = cluster.configuration.get('ssl_key_file').entry;
      if (first === undefined || second === undefined) return;
      const canEdit = ![first.file, second.file].includes(cluster.configuration.auto!);
      report({
        messageId: 'swapped',
        parts: ['ssl_cert_file', 'ssl_key_file'],
        data: { certificate, key },
        at: valuePlace(first),
        related: [{ at: valuePlace(second), message: 'swapped with this one' }],
        suggestions: canEdit
          ? [
              {
                title: 'Swap the two values',
                edits: [...replaceValue(first, key, true), ...replaceValue(second, certificate, true)],
              },
            ]
          : [],
      });
    }
  },
});

/** What a parameter names where that is not what it needs: by the content where the file is there, else by its ending. */
function wrongContent(
  cluster: Cluster,
  name: string,
  right: Content,
): { messageId: 'named' | 'holds'; holds: Content } | undefined {
  const value = textInForce(cluster, name);
  if (value === undefined || value === '' || provenance(cluster, name) !== 'set') return undefined;
  const file = cluster.fileNamedBy?.(name);
  if (file !== undefined) {
    const contents = contentsOf(file);
    const [holds] = contents;
    return holds === undefined || contents.includes(right) ? undefined : { messageId: 'holds', holds };
  }
  const named = byEnding(value);
  // Both may stand in x.pem; only .key and .crt tell.
  return named === undefined || named === right ? undefined : { messageId: 'named', holds: named };
}

/** What a PEM file holds, in its order (RFC 7468); a file may hold a key and its certificate. */
function contentsOf({ text }: NamedFile): Content[] {
  return [...text.matchAll(/^-----BEGIN ([A-Z0-9 ]+)-----$/gm)].flatMap(([, label = '']): Content[] => {
    if (label.endsWith('PRIVATE KEY')) return ['key'];
    return /^(?:X509 |TRUSTED )?CERTIFICATE$/.test(label) ? ['certificate'] : [];
  });
}

function byEnding(path: string): Content | undefined {
  if (/[^/]\.key$/i.test(path)) return 'key';
  return /[^/]\.(?:crt|cer|cert)$/i.test(path) ? 'certificate' : undefined;
}
