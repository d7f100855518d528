import { prefixLength } from '../../src/rule-kit/addresses/networks.js';
import { formatAddress } from '../../src/rule-kit/addresses/numeric.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

const mappedPrefix = 0xffffn;

export default defineRule({
  id: 'hba/ipv4-mapped-address',
  meta: {
    type: 'problem',
    summary: 'Report IPv4 addresses that are written as IPv6 ones (::ffff:10.0.0.1)',
    category: 'network',
    concern: 'meaning',
    severity: 'warning',
    presets: ['recommended'],
    eachRecordAlone: true,
    messages: {
      mapped: {
        headline: '{written} matches no client',
        why: 'IPv4 clients have IPv4 addresses here.',
        help: 'Write {text}.',
      },
    },
    suggestions: true,
  },
  create({ report }) {
    return {
      HbaRecord(record) {
        const { address } = record;
        if (!isTaken(record) || address?.kind !== 'network' || address.family !== 6) return;
        const length = prefixLength(address);
        if (address.address >> 32n !== mappedPrefix || length === undefined || length < 96) return;
        const { token, maskToken } = address;
        const text = `${formatAddress(address.address & 0xffffffffn, 4)}/${length - 96}`;
        const at = { file: token.file, start: token.start, end: (maskToken ?? token).end };
        report({
          messageId: 'mapped',
          data: { written: maskToken === undefined ? token.value : `${token.value} ${maskToken.value}`, text },
          at,
          suggestions: [{ title: `Write ${text}`, edits: replaceToken(at, text) }],
        });
      },
    };
  },
});
