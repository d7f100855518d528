import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isOwnMachine, letsIn } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/host-name-address',
  meta: {
    type: 'suggestion',
    summary: 'Disallow host names as addresses of records',
    category: 'network',
    presets: ['strict'],
    options: { allow: allowOption },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      host: {
        headline: 'DNS decides at each login if a client is {name}',
        why: 'If it fails, so do logins.',
        help: 'Write the network’s address.',
      },
      suffix: {
        headline: 'DNS decides at each login if a client is in {name}',
        why: 'Whoever runs the zone decides it.',
        help: 'Write the networks.',
      },
    },
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        const { address } = record;
        if (!letsIn(record) || (address?.kind !== 'host' && address?.kind !== 'suffix')) return;
        if (isOwnMachine(address) || isAllowed(record, options.allow)) return;
        const { file, start, end, value } = address.token;
        report({ messageId: address.kind, data: { name: value }, at: { file, start, end } });
      },
    };
  },
});
