import { stig } from '../../src/rule-kit/controls.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

/** What the STIG takes without a documented reason, and reject, which lets nobody in. */
const approvedByStig = ['gss', 'sspi', 'ldap', 'cert', 'reject'];

export default defineRule({
  id: 'hba/approved-methods',
  meta: {
    type: 'problem',
    summary: 'Disallow authentication methods that a policy does not name',
    category: 'authentication',
    severity: 'warning',
    presets: [{ preset: 'stig-crunchy-16', severity: 'error', options: { methods: approvedByStig } }],
    controls: [...stig('000200')],
    options: {
      methods: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'The methods that the policy approves. Without any the rule says nothing.',
      },
      allow: allowOption,
    },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      notApproved: {
        headline: 'The method {method} is not approved here',
        help: 'Use one of {methods}, or allow the record with a reason.',
      },
    },
  },
  create({ options, report }) {
    const methods = options.methods;
    return {
      DecidingRecord(record) {
        if (methods.length === 0) return;
        const { method, methodToken } = record;
        if (!isTaken(record) || method === undefined || methodToken === undefined) return;
        if (methods.includes(method) || isAllowed(record, options.allow)) return;
        const { file, start, end } = methodToken;
        report({ messageId: 'notApproved', data: { method, methods: methods.join(', ') }, at: { file, start, end } });
      },
    };
  },
});
