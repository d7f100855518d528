import { cis, percona } from '../../src/rule-kit/controls.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { connectionPart, isTaken, passwordMethods } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/prefer-peer',
  meta: {
    type: 'suggestion',
    summary: 'Prefer peer to passwords on the Unix-domain socket',
    category: 'authentication',
    presets: ['strict'],
    controls: [...cis('5.3'), ...percona('authentication')],
    options: {
      roles: {
        type: 'array',
        default: ['postgres'],
        items: { type: 'string' },
        description: 'Roles that have the name of a user of the operating system. Records for all roles count too.',
      },
      allowScram: {
        type: 'boolean',
        default: true,
        description: 'Do not report records with scram-sha-256.',
      },
      allow: allowOption,
    },
    sameCause: 'file',
    eachRecordAlone: true,
    messages: {
      prefer: {
        headline: 'On the socket {roles} needs a password ({method})',
        why: 'The system knows who connects.',
        help: 'Use peer, with a map if names differ.',
      },
    },
    suggestions: true,
  },
  create({ options, report }) {
    const systemRoles = new Set<string>(options.roles);
    return {
      DecidingRecord(record) {
        const { method, methodToken } = record;
        if (record.connectionType !== 'local' || !isTaken(record)) return;
        if (method === undefined || methodToken === undefined || !passwordMethods.includes(method)) return;
        if (method === 'scram-sha-256' && options.allowScram) return;
        if (isAllowed(record, options.allow)) return;
        const meant = record.users.find(
          ({ kind, value }) => kind === 'all' || (kind === 'name' && systemRoles.has(value)),
        );
        if (meant === undefined) return;
        const { file, start, end } = methodToken;
        report({
          messageId: 'prefer',
          parts: [connectionPart(record)],
          data: { roles: meant.kind === 'all' ? 'every role' : meant.value, method },
          at: { file, start, end },
          suggestions: [
            {
              title: 'Use peer (users of the system whose name is not a role can no longer log in)',
              edits: replaceToken({ file, start, end }, 'peer'),
            },
          ],
        });
      },
    };
  },
});
