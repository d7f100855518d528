import { cisFrom6, percona } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { provenance, reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';
import { type CipherSuite, isA, readCipherList, usableSuites } from '../../src/rule-kit/tls/cipher-list.js';

/** The kinds of suites that can be forbidden, worst first: which they are, and what a message says of them. */
const kinds: Readonly<Record<string, { what: string; fits(suite: CipherSuite): boolean }>> = {
  'no-encryption': { what: 'suites without encryption', fits: (suite) => isA(suite, 'eNULL') },
  'no-authentication': { what: 'suites that authenticate nobody', fits: (suite) => isA(suite, 'aNULL') },
  rc4: { what: 'RC4, which is broken', fits: (suite) => isA(suite, 'RC4') },
  '3des': { what: 'triple DES, whose blocks of 64 bits leak in long sessions', fits: (suite) => isA(suite, '3DES') },
  idea: { what: 'IDEA, whose blocks of 64 bits leak in long sessions', fits: (suite) => isA(suite, 'IDEA') },
  seed: { what: 'SEED, which nobody looks after any more', fits: (suite) => isA(suite, 'SEED') },
  md5: { what: 'MD5 as the code for messages', fits: (suite) => isA(suite, 'MD5') },
  'no-forward-secrecy': {
    what: 'key exchange with the RSA key itself: who gets the key some day reads everything that was recorded',
    fits: (suite) => isA(suite, 'kRSA'),
  },
  'cbc-sha1': {
    what: 'CBC with SHA-1, which has leaked by its padding more than once',
    fits: (suite) => isA(suite, 'CBC') && isA(suite, 'SHA1'),
  },
  cbc: { what: 'CBC, which has leaked by its padding more than once', fits: (suite) => isA(suite, 'CBC') },
};
const weak = ['no-encryption', 'no-authentication', 'rc4', '3des', 'idea', 'seed', 'md5'];
const modern = "'ECDHE+AESGCM:ECDHE+CHACHA20'";
const strong = "'HIGH:!aNULL:!MD5:!3DES:!RC4'";
const hardened = { allowDefault: false, securityLevel: 0 };
const onlyModern = { ...hardened, forbid: [...weak, 'no-forward-secrecy', 'cbc'] };

export default defineRule({
  id: 'conf/ssl-ciphers',
  meta: {
    type: 'problem',
    summary: 'Disallow weak suites in ssl_ciphers',
    category: 'tls',
    severity: 'warning',
    presets: [
      'recommended',
      {
        preset: 'strict',
        severity: 'error',
        options: { ...hardened, forbid: [...weak, 'no-forward-secrecy', 'cbc-sha1'] },
      },
      { preset: 'cis-17', options: onlyModern },
      { preset: 'cis-18', options: onlyModern },
    ],
    controls: [...cisFrom6('6.10'), ...percona('tls')],
    options: {
      allowDefault: {
        type: 'boolean',
        default: true,
        description: 'Do not report the server’s own default list, which still has suites of medium strength.',
      },
      forbid: {
        type: 'array',
        default: weak,
        items: { enum: Object.keys(kinds) },
        description: `What no suite may have: ${Object.keys(kinds)
          .map((kind) => `\`${kind}\``)
          .join(', ')}.`,
      },
      securityLevel: {
        type: 'integer',
        default: 1,
        minimum: 0,
        maximum: 5,
        description:
          'The security level of the server’s OpenSSL where the list names none (`@SECLEVEL=2`); from 1 on it keeps out suites without authentication or encryption by itself. 0 judges the list alone.',
      },
    },
    messages: {
      weak: {
        headline: 'ssl_ciphers allows weak suites',
        why: 'It leaves {what}.',
        help: 'Write {right}, or only what your clients need.',
      },
      default: {
        headline: 'ssl_ciphers allows weak suites by default',
        why: 'The default leaves {what}.',
        help: 'Set ssl_ciphers = {right}, or only what your clients need.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== true) return;
        // The list is for TLS 1.2 and before.
        if (textInForce(cluster, 'ssl_min_protocol_version') === 'TLSv1.3') return;
        const value = textInForce(cluster, 'ssl_ciphers');
        if (value === undefined) return;
        const { allowDefault, securityLevel } = context.options;
        const forbid = context.options.forbid;
        if (allowDefault && value === cluster.configuration.get('ssl_ciphers').parameter?.default) return;
        const list = readCipherList(value);
        if (list.isOpen) return;
        const found = findings(usableSuites(list.suites, list.level ?? securityLevel), forbid);
        if (found.length === 0) return;
        const right = forbid.some((kind) => !weak.includes(kind)) ? modern : strong;
        reportSetting(context, 'ssl_ciphers', {
          messageId: provenance(cluster, 'ssl_ciphers') === 'set' ? 'weak' : 'default',
          data: { what: found.slice(0, 3).join('; '), right },
          right: { value: right, as: 'suggestion' },
        });
      },
    };
  },
});

/** What is said of each kind that is there, each suite under the worst of its kinds. */
function findings(suites: readonly CipherSuite[], forbid: readonly string[]): string[] {
  let rest = suites;
  return Object.keys(kinds)
    .filter((kind) => forbid.includes(kind))
    .flatMap((kind) => {
      const { what, fits } = kinds[kind]!;
      const [first, ...others] = rest.filter(fits);
      if (first === undefined) return [];
      rest = rest.filter((suite) => !fits(suite));
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      const where =
        first.isSeldom && others.every((each) => each.isSeldom) ? ', where OpenSSL was built with them' : '';
      return [`${what} (${first.name}${more}${where})`];
    });
}
