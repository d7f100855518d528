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
    messages: {
      host: 'Whether a client is {name} is asked of DNS, at each login that gets as far as this record: the name of the client’s address must be {name}, and one of that name’s addresses the client’s. Logins wait for a slow DNS and fail without one. Write the network’s address.',
      suffix:
        'Whether a client’s name ends in {name} is asked of DNS, at each login that gets as far as this record: whoever runs the zone decides who gets in, and logins wait for a slow DNS. Write the networks’ addresses.',
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
