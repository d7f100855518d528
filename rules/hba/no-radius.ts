import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/no-radius',
  meta: {
    type: 'problem',
    summary: 'Disallow the method radius, whose answers can be forged and which PostgreSQL 19 no longer has',
    category: 'authentication',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    targets: { to: 18 },
    options: { allow: allowOption },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      radius: {
        headline: 'Answers of a RADIUS server can be forged (CVE-2024-3596)',
        why: 'PostgreSQL 19 has no radius.',
        help: 'Use pam, ldap or oauth.',
      },
    },
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        if (!isTaken(record) || record.method !== 'radius' || record.methodToken === undefined) return;
        if (isAllowed(record, options.allow)) return;
        const { file, start, end } = record.methodToken;
        report({ messageId: 'radius', at: { file, start, end }, tags: ['deprecated'] });
      },
    };
  },
});
