import { defineRule } from '../../src/rule-kit/rule.js';
import { provenance, reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';
import { isA, readCipherList } from '../../src/rule-kit/tls/cipher-list.js';

/** Words of OpenSSL for the suites that came with a protocol (openssl-ciphers(1)). */
const protocols = ['TLSv1.2', 'TLSv1.0', 'TLSv1', 'SSLv3'];

export default defineRule({
  id: 'conf/cipher-protocol',
  meta: {
    type: 'problem',
    summary: 'Report protocols in ssl_ciphers, which choose suites and no protocol',
    category: 'tls',
    concern: 'meaning',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      protocol: {
        headline: '{word} in ssl_ciphers chooses suites, and no protocol',
        why: 'OpenSSL takes the {count} suites that came with {word}{weak}; which protocols are allowed does not change.',
        help: 'Set ssl_min_protocol_version for that, and leave ssl_ciphers out.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'ssl') !== true || provenance(cluster, 'ssl_ciphers') !== 'set') return;
        const value = textInForce(cluster, 'ssl_ciphers');
        if (value === undefined) return;
        const elements = value.split(/[:;,\s]+/).filter((each) => each !== '');
        const chosen = elements.filter((each) => !/^[!@-]/.test(each));
        const word = chosen.find((each) => protocols.includes(each));
        // Beside other words, as in TLSv1.2+HIGH or HIGH:TLSv1.2, it is there for its suites.
        if (word === undefined || !chosen.every((each) => /^(?:TLS|SSL)v[\d.]+$/.test(each))) return;
        const { suites, isOpen } = readCipherList(value);
        if (isOpen || suites.length === 0) return;
        const weak = suites.some((suite) => isA(suite, 'aNULL')) ? ', those that authenticate nobody among them' : '';
        reportSetting(context, 'ssl_ciphers', { messageId: 'protocol', data: { word, count: suites.length, weak } });
      },
    };
  },
});
