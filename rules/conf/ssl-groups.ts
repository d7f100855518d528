import { defineSettingRule, type SettingVerdict } from '../../src/linter/for-rules/setting-rule.js';
import { valueInForce } from '../../src/linter/for-rules/settings.js';

export default defineSettingRule({
  id: 'conf/ssl-groups',
  meta: {
    type: 'problem',
    summary: 'Disallow weak curves for the key exchange',
    category: 'tls',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    messages: {
      weak: '{name} allows {group}, a curve of {bits} bits, where 256 are the least that is still thought safe; many builds of OpenSSL lack it, and then the server does not start. Write {right}.',
      list: 'ssl_ecdh_curve takes one curve up to 17, and {value} is a list: the server does not start. Write {right}; 18 takes a list in ssl_groups.',
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
    const group = text.split(':').find((each) => (bitsOf(each) ?? 256) < 256 && !/^X\d/i.test(each));
    if (group === undefined) return undefined;
    return {
      messageId: 'weak',
      data: { group, bits: bitsOf(group)!, right },
      right: { value: right, as: 'suggestion' },
    };
  },
});

/** The bits that a curve's name tells; undefined for names that tell none. */
function bitsOf(group: string): number | undefined {
  const match = /^\W*(?:secp|sect|prime|c2pnb|c2tnb|brainpoolP|[PKB]-)(\d{3})/i.exec(group.trim());
  return match === null ? undefined : Number(match[1]);
}
