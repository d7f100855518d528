import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { letsIn } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/replication-keyword',
  meta: {
    type: 'problem',
    summary: 'Report roles for replication whose records say all, which leaves replication out',
    category: 'replication',
    concern: 'meaning',
    severity: 'warning',
    presets: ['recommended'],
    options: {
      users: {
        type: 'array',
        default: ['repl', 'replica', 'replicator', 'replication', 'replication_user', 'streaming_replica', 'standby'],
        items: { type: 'string' },
        description: 'Names of roles that are there for replication.',
      },
    },
    eachRecordAlone: true,
    messages: {
      all: {
        headline: 'all does not include replication',
        why: 'No other record lets {user} replicate either.',
        help: 'Write replication instead of all.',
      },
    },
    suggestions: true,
  },
  create({ allRecords, options, report }) {
    return {
      HbaRecord(record) {
        if (!letsIn(record)) return;
        const user = record.users.find(({ kind, value }) => kind === 'name' && options.users.includes(value))?.value;
        const all = record.databases.find(({ kind }) => kind === 'all');
        if (user === undefined || all === undefined) return;
        const isLetIn = allRecords().some(
          (each) =>
            letsIn(each) &&
            each.databases.some(({ kind }) => kind === 'replication' || kind === 'unknown') &&
            each.users.some(({ kind, value }) => kind !== 'name' || value === user),
        );
        if (isLetIn) return;
        const { file, start, end } = all.token;
        report({
          messageId: 'all',
          data: { user },
          at: { file, start, end },
          suggestions: [{ title: 'Write replication', edits: replaceToken({ file, start, end }, 'replication') }],
        });
      },
    };
  },
});
