import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { connectionPart, isTaken, originOf } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/no-ident',
  meta: {
    type: 'problem',
    summary: 'Disallow the method ident, which believes what the client’s machine says',
    category: 'authentication',
    presets: ['recommended'],
    controls: [...cis('5.4'), ...stig('000200'), ...percona('authentication')],
    options: { allow: allowOption },
    anyMajor: true,
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      remote: {
        headline: 'ident lets the client’s host say who its user is',
        why: 'A host {origin} can answer with any name.',
        help: 'Use scram-sha-256.',
      },
      local: {
        headline: 'On a Unix-domain socket PostgreSQL treats ident as peer',
        help: 'Write peer.',
      },
    },
    fix: 'safe',
    suggestions: true,
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        const token = record.methodToken;
        if (!isTaken(record) || token === undefined || token.value !== 'ident') return;
        if (isAllowed(record, options.allow)) return;
        const { file, start, end } = token;
        if (record.connectionType === 'local') {
          report({
            messageId: 'local',
            parts: [connectionPart(record)],
            at: { file, start, end },
            fix: { title: 'Write peer', safety: 'safe', edits: replaceToken(token, 'peer') },
          });
          return;
        }
        report({
          messageId: 'remote',
          parts: [connectionPart(record)],
          data: { origin: originOf(record) },
          at: { file, start, end },
          // Options of ident, such as map, are refused with other methods.
          suggestions:
            record.options.length > 0
              ? []
              : [{ title: 'Use scram-sha-256', edits: replaceToken(token, 'scram-sha-256') }],
        });
      },
    };
  },
});
