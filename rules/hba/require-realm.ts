import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isTaken, optionOf } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/require-realm',
  meta: {
    type: 'problem',
    summary: 'Require that Kerberos users of one realm cannot pass for those of another',
    category: 'authentication',
    presets: ['recommended'],
    options: { allow: allowOption },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      anyRealm: {
        headline: 'include_realm={value} ignores the realm of a user',
        why: 'alice of any trusted realm logs in as alice.',
        help: 'Add krb_realm=EXAMPLE.COM.',
      },
    },
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        if (!isTaken(record) || (record.method !== 'gss' && record.method !== 'sspi')) return;
        if (isAllowed(record, options.allow)) return;
        const option = record.options.findLast(({ name }) => name === 'include_realm');
        // Only 1 switches it on; the server reads every other text as 0.
        if (option === undefined || option.value === '1') return;
        if ((optionOf(record, 'krb_realm') ?? '') !== '') return;
        const { file, start, end } = option.token;
        report({ messageId: 'anyRealm', data: { value: option.value }, at: { file, start, end } });
      },
    };
  },
});
