import { nearestOf } from '../../src/rule-kit/catalog/nearest-words.js';
import { defineSettingRule, type SettingVerdict } from '../../src/rule-kit/settings/setting-rule.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';
import { curveNames, groupNames } from '../../src/rule-kit/tls/names.js';

export default defineSettingRule({
  id: 'conf/ssl-groups',
  meta: {
    type: 'problem',
    summary: 'Disallow weak curves for the key exchange, and report names that OpenSSL does not know',
    category: 'tls',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    blocks: { unknown: 'start', separator: 'start', curve: 'start', list: 'start' },
    messages: {
      weak: {
        headline: '{name} allows {group}, a curve of {bits} bits',
        why: '256 are the least that is still thought safe; many builds of OpenSSL lack it, and then the server does not start.',
        help: 'Write {right}.',
      },
      unknown: {
        headline: '{group} in {name} is not a group of OpenSSL',
        why: 'The server does not start with it.',
        help: '{guess}',
      },
      separator: {
        headline: '{name} takes colons between groups',
        why: 'With commas or spaces the server does not start.',
        help: 'Write {right}.',
      },
      curve: {
        headline: '{value} is not the name of a curve',
        why: 'ssl_ecdh_curve takes a name as OpenSSL lists them, prime256v1 or secp384r1: the server does not start with it, and a reload leaves TLS as it was.{guess}',
        help: 'Write {right}; 18 takes X25519 and others in ssl_groups.',
      },
      list: {
        headline: 'Up to 17 ssl_ecdh_curve accepts one curve',
        why: '{value} is a list: the server does not start.',
        help: 'Write {right}.',
      },
    },
    suggestions: true,
  },
  parameters: ['ssl_ecdh_curve', 'ssl_groups'],
  judge({ name, text, cluster }): SettingVerdict | undefined {
    // 18 knows the old name as another one for the new.
    if ((name === 'ssl_ecdh_curve' && cluster.target >= 18) || valueInForce(cluster, 'ssl') !== true) return undefined;
    const right = cluster.target >= 18 ? "'X25519:prime256v1'" : "'prime256v1'";
    if (cluster.target < 18 && text.includes(':')) {
      return { messageId: 'list', data: { right }, right: { value: right, as: 'suggestion' } };
    }
    if (cluster.target < 18 && !curveNames.includes(text)) {
      return {
        messageId: 'curve',
        data: { right, guess: guess(text, curveNames) },
        right: { value: right, as: 'suggestion' },
      };
    }
    if (cluster.target >= 18) {
      const wrong = wrongNames(text);
      if (wrong !== undefined) return wrong;
    }
    const group = text.split(':').find((each) => (bitsOf(each) ?? 256) < 256 && !/^X\d/i.test(each));
    if (group === undefined) return undefined;
    return {
      messageId: 'weak',
      data: { group, bits: bitsOf(group)!, right },
      right: { value: right, as: 'suggestion' },
    };
  },
});

/** What is wrong with the names of ssl_groups. 3.5 has `?`, `*`, `-` in front and `/` between; 3.2 forgives letter case. */
function wrongNames(text: string): SettingVerdict | undefined {
  const named = text.split(/[:/,\s]+/).filter((each) => each !== '');
  const known = new Set(groupNames.map((each) => each.toLowerCase()));
  const unknown = named.find((each) => !/^[?-]/.test(each) && !known.has(each.replace(/^\*/, '').toLowerCase()));
  if (unknown !== undefined)
    return { messageId: 'unknown', data: { group: unknown, guess: guess(unknown, groupNames) } };
  if (!/[,\s]/.test(text)) return undefined;
  const right = `'${named.join(':')}'`;
  return { messageId: 'separator', data: { right }, right: { value: right, as: 'suggestion' } };
}

function guess(name: string, names: readonly string[]): string {
  const near = nearestOf(name, names, 1)[0];
  return near === undefined ? '' : ` Did you mean ${near}?`;
}

/** The bits that a curve's name tells; undefined for names that tell none. */
function bitsOf(group: string): number | undefined {
  const match = /^\W*(?:secp|sect|prime|c2pnb|c2tnb|brainpoolP|[PKB]-)(\d{3})/i.exec(group.trim());
  return match === null ? undefined : Number(match[1]);
}
