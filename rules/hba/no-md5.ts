import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { connectionPart, isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/no-md5',
  meta: {
    type: 'problem',
    summary: 'Disallow the method md5, whose hashes are as good as passwords',
    category: 'authentication',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    controls: [...cis('5.4'), ...stig('003900'), ...percona('authentication')],
    options: { allow: allowOption },
    sameCause: 'file',
    yieldsTo: [{ rule: 'hba/invalid-record', by: 'record' }],
    eachRecordAlone: true,
    messages: {
      md5: {
        headline: 'md5 accepts MD5 password hashes',
        why: 'A stolen hash works like the password.',
        help: 'Store passwords with scram-sha-256, then use it.',
      },
      deprecated: {
        headline: 'md5 accepts MD5 password hashes',
        why: 'PostgreSQL {target} deprecates them.',
        help: 'Store passwords with scram-sha-256, then use it.',
      },
    },
    suggestions: true,
  },
  create({ options, report, target }) {
    return {
      DecidingRecord(record) {
        if (!isTaken(record) || record.method !== 'md5' || record.methodToken === undefined) return;
        if (isAllowed(record, options.allow)) return;
        const { file, start, end } = record.methodToken;
        report({
          messageId: target >= 18 ? 'deprecated' : 'md5',
          parts: [connectionPart(record)],
          data: { target },
          at: { file, start, end },
          tags: target >= 18 ? ['deprecated'] : [],
          suggestions: [
            {
              title: 'Use scram-sha-256 (roles whose password is stored as an MD5 hash can no longer log in)',
              edits: replaceToken({ file, start, end }, 'scram-sha-256'),
            },
          ],
        });
      },
    };
  },
});
