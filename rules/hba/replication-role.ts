import { cis } from '../../src/rule-kit/controls.js';
import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { isRemote, originOf } from '../../src/rule-kit/records/records.js';
import { superusersOption } from '../../src/rule-kit/records/superusers.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/replication-role',
  meta: {
    type: 'problem',
    summary: 'Require that records for replication name a role of its own',
    category: 'replication',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    controls: [...cis('7.1')],
    options: {
      superusers: superusersOption,
      allow: allowOption,
    },
    sameCause: 'file',
    yieldsTo: [
      { rule: 'hba/no-trust', by: 'record' },
      { rule: 'hba/invalid-record', by: 'record' },
      { rule: 'hba/replication-network', by: 'record' },
    ],
    eachRecordAlone: true,
    messages: {
      all: {
        headline: 'Any replication role can log in {origin}',
        why: 'Each can copy the whole cluster.',
        help: 'Name the standbys’ role.',
      },
      superuser: {
        headline: 'Standbys log in as {user}, a superuser',
        why: 'Anyone on a standby ({origin}) has this server too.',
        help: 'Name a role that can only replicate.',
      },
    },
  },
  create({ options, report }) {
    return {
      DecidingRecord(record) {
        if (!isRemote(record) || !record.databases.some(({ kind }) => kind === 'replication')) return;
        const pattern = record.users.find(
          ({ kind, value }) => kind === 'all' || (kind === 'name' && options.superusers.includes(value)),
        );
        if (pattern === undefined || isAllowed(record, options.allow)) return;
        const { file, start, end } = pattern.token;
        report({
          messageId: pattern.kind === 'all' ? 'all' : 'superuser',
          data: { origin: originOf(record), user: pattern.value },
          at: { file, start, end },
        });
      },
    };
  },
});
