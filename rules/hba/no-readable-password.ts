import { cis, percona } from '../../src/rule-kit/controls.js';
import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { recordsWithoutPlain } from '../../src/rule-kit/records/covered-records.js';
import { allowsPlain, isRemote, originOf } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

/** To whom the server hands the password; it gets it from the client as it is. */
const checkers: Readonly<Record<string, string>> = {
  ldap: 'an LDAP directory',
  pam: 'PAM',
  bsd: 'BSD Authentication',
  radius: 'a RADIUS server',
};

export default defineRule({
  id: 'hba/no-readable-password',
  meta: {
    type: 'problem',
    summary: 'Require encryption where clients send their password as it is, for LDAP, PAM and their like',
    category: 'authentication',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    controls: [...cis('5.4'), ...percona('authentication')],
    options: {
      methods: {
        type: 'array',
        default: Object.keys(checkers),
        items: { type: 'string', enum: Object.keys(checkers) },
        description: 'The methods to look at. The method password has a rule of its own, hba/no-cleartext-password.',
      },
      allow: allowOption,
    },
    eachRecordAlone: true,
    messages: {
      readable: {
        headline: 'Passwords {origin} can be sent unencrypted',
        why: '{type} allows plain TCP, and {method} gives them to {checker}.',
        help: 'Write hostssl.',
      },
    },
    suggestions: true,
  },
  create({ allRecords, cluster, options, report }) {
    return {
      DecidingRecord(record) {
        const { method, connectionType, connectionTypeToken } = record;
        if (method === undefined || !options.methods.includes(method)) return;
        if (!isRemote(record) || !allowsPlain(record) || recordsWithoutPlain(cluster, allRecords).has(record)) return;
        if (isAllowed(record, options.allow)) return;
        const { file, start, end } = record.methodToken!;
        const type = connectionTypeToken!;
        report({
          messageId: 'readable',
          data: { method, checker: checkers[method]!, type: connectionType!, origin: originOf(record) },
          at: { file, start, end },
          suggestions: [{ title: 'Write hostssl', edits: replaceToken(type, 'hostssl') }],
        });
      },
    };
  },
});
