import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { letsIn } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/samerole',
  meta: {
    type: 'suggestion',
    summary: 'Question samerole for all roles, which is easily taken for sameuser',
    category: 'authorization',
    presets: ['strict'],
    options: { allow: allowOption },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      misread: {
        headline: '{keyword} opens a database to all members of a role',
        why: 'Not only the role of that name gets in.',
        help: 'Write sameuser for that.',
      },
    },
    suggestions: true,
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        if (!letsIn(record) || !record.users.some(({ kind }) => kind === 'all')) return;
        const pattern = record.databases.find(({ kind }) => kind === 'samerole');
        if (pattern === undefined || isAllowed(record, options.allow)) return;
        const { file, start, end, value } = pattern.token;
        report({
          messageId: 'misread',
          data: { keyword: value },
          at: { file, start, end },
          suggestions: [
            {
              title: 'Write sameuser (members of a role can no longer use its database)',
              edits: replaceToken(pattern.token, 'sameuser'),
            },
          ],
        });
      },
    };
  },
});
