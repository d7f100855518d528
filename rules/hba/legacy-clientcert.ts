import { removeOption, replaceToken } from '../../src/rule-kit/edits/records.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/legacy-clientcert',
  meta: {
    type: 'problem',
    summary: 'Disallow values of clientcert that PostgreSQL 14 and later refuse',
    category: 'authentication',
    severity: 'warning',
    presets: ['recommended'],
    targets: { from: 12, to: 13 },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      renamed: {
        headline: 'clientcert={value} is the old spelling of verify-ca',
        why: 'From 14 on PostgreSQL rejects the file.',
        help: 'Write verify-ca, or verify-full.',
      },
      off: {
        headline: 'clientcert={value} requires no certificate, as by default',
        why: 'PostgreSQL 14 and later reject the file with it.',
        help: 'Remove it.',
      },
      implied: {
        headline: 'The method cert needs no clientcert={value}',
        why: 'PostgreSQL 14 and later reject the file with it.',
        help: 'Remove it.',
      },
    },
    fix: 'safe',
  },
  create({ report }) {
    return {
      HbaRecord(record) {
        if (!isTaken(record)) return;
        for (const option of record.options) {
          const { name, value, token } = option;
          if (name !== 'clientcert' || value === 'verify-full') continue;
          const isCert = record.method === 'cert';
          if (value === 'verify-ca' && !isCert) continue;
          const messageId = isCert ? 'implied' : value === '1' ? 'renamed' : 'off';
          const replacement = token.quoted ? '"clientcert=verify-ca"' : 'clientcert=verify-ca';
          report({
            messageId,
            data: { value },
            at: { file: token.file, start: token.start, end: token.end },
            tags: ['deprecated'],
            fix:
              messageId === 'renamed'
                ? { title: 'Write clientcert=verify-ca', safety: 'safe', edits: replaceToken(token, replacement) }
                : { title: `Remove clientcert=${value}`, safety: 'safe', edits: removeOption(option) },
          });
        }
      },
    };
  },
});
