import { cis, percona } from '../../src/linter/for-rules/controls.js';
import { provenance, reportSetting, textInForce, valueInForce } from '../../src/linter/for-rules/settings.js';
import { defineRule } from '../../src/linter/rule.js';

/** Keywords of an OpenSSL cipher list that bring in something weak, and what that is. */
const weak: Readonly<Record<string, string>> = {
  ALL: 'everything that OpenSSL has, ciphers without authentication included',
  COMPLEMENTOFALL: 'ciphers without encryption',
  COMPLEMENTOFDEFAULT: 'ciphers without authentication',
  LOW: 'ciphers with keys of 64 bits or less',
  EXP: 'export ciphers with keys of 40 bits',
  EXPORT: 'export ciphers with keys of 40 bits',
  MEDIUM: 'ciphers with keys of 128 bits or less that nobody should use any more, such as RC4 and SEED',
  NULL: 'ciphers without encryption',
  ENULL: 'ciphers without encryption',
  ANULL: 'ciphers without authentication',
  ADH: 'ciphers without authentication',
  AECDH: 'ciphers without authentication',
  RC4: 'RC4, which is broken',
  DES: 'DES, which is broken',
  '3DES': 'triple DES, whose blocks of 64 bits leak after some gigabytes',
  'DES-CBC3-SHA': 'triple DES, whose blocks of 64 bits leak after some gigabytes',
  MD5: 'message authentication with MD5',
  SEED: 'SEED',
  IDEA: 'IDEA, with blocks of 64 bits',
  RC2: 'RC2, which is broken',
};

export default defineRule({
  id: 'conf/ssl-ciphers',
  meta: {
    type: 'problem',
    summary: 'Disallow weak ciphers in ssl_ciphers',
    category: 'tls',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error', options: { allowDefault: false } }],
    controls: [{ benchmark: 'cis-17', id: '6.10' }, { benchmark: 'cis-18', id: '6.10' }, ...percona('tls')],
    options: {
      allowDefault: {
        type: 'boolean',
        default: true,
        description: 'Do not report the server’s own default list, which still has ciphers of medium strength.',
      },
    },
    messages: {
      weak: "ssl_ciphers allows {what} ({keyword}). Write 'HIGH:!aNULL:!MD5:!3DES:!RC4', or only what your clients need.",
      default:
        "The default of ssl_ciphers allows {what} ({keyword}). Set ssl_ciphers = 'HIGH:!aNULL:!MD5:!3DES:!RC4', or only what your clients need.",
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== true) return;
        const value = textInForce(cluster, 'ssl_ciphers');
        if (value === undefined) return;
        const elements = value.split(/[:, ]+/).filter((element) => element !== '');
        const keyword = weakest(elements);
        if (keyword === undefined) return;
        const from = provenance(cluster, 'ssl_ciphers');
        if (context.options['allowDefault'] && value === cluster.configuration.get('ssl_ciphers').parameter?.default)
          return;
        reportSetting(context, 'ssl_ciphers', {
          messageId: from === 'set' ? 'weak' : 'default',
          data: { keyword, what: weak[keyword.replace(/^\+/, '').toUpperCase()] ?? '' },
          right: { value: "'HIGH:!aNULL:!MD5:!3DES:!RC4'", as: 'suggestion' },
        });
      },
    };
  },
});

/**
 * The first weak keyword that the list brings in and does not take out again: `!X` takes X out for good wherever it
 * stands, `-X` takes out what stands before it, `+X` only moves what is there already (openssl-ciphers).
 */
function weakest(elements: readonly string[]): string | undefined {
  const removed = new Set(elements.filter((each) => each.startsWith('!')).map((each) => each.slice(1).toUpperCase()));
  let found: string[] = [];
  for (const element of elements) {
    if (element.startsWith('-')) found = found.filter((each) => each.toUpperCase() !== element.slice(1).toUpperCase());
    const name = element.toUpperCase();
    if (name in weak && !removed.has(name)) found.push(element);
  }
  return found[0];
}
