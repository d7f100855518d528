import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { allowsPlain, connectionPart, isRemote, isTaken, originOf } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/no-cleartext-password',
  meta: {
    type: 'problem',
    summary: 'Disallow the method password, with which the client sends its password as it is',
    category: 'authentication',
    presets: ['recommended'],
    controls: [...cis('5.4'), ...stig('003900'), ...percona('authentication')],
    options: {
      allowOverTls: {
        type: 'boolean',
        default: false,
        description: 'Do not report records that only match encrypted connections (hostssl, hostgssenc).',
      },
      allow: allowOption,
    },
    anyMajor: true,
    sameCause: 'file',
    yieldsTo: [{ rule: 'hba/invalid-record', by: 'record' }],
    eachRecordAlone: true,
    messages: {
      readable: {
        headline: 'Passwords {origin} are sent unencrypted',
        why: 'Anyone who sees the traffic can log in.',
        help: 'Use scram-sha-256.',
      },
      toServer: {
        headline: 'The method password gives the server the password itself',
        why: 'A false server learns it.',
        help: 'Use scram-sha-256.',
      },
    },
    suggestions: true,
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        if (!isTaken(record) || record.method !== 'password' || record.methodToken === undefined) return;
        const plain = record.connectionType !== 'local' && allowsPlain(record);
        if (!plain && record.connectionType !== 'local' && options.allowOverTls) return;
        if (isAllowed(record, options.allow)) return;
        const { file, start, end } = record.methodToken;
        report({
          messageId: plain && isRemote(record) ? 'readable' : 'toServer',
          parts: [connectionPart(record)],
          data: { origin: originOf(record) },
          at: { file, start, end },
          suggestions: [{ title: 'Use scram-sha-256', edits: replaceToken({ file, start, end }, 'scram-sha-256') }],
        });
      },
    };
  },
});
