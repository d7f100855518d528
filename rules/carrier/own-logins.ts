import { insertRecord } from '../../src/rule-kit/edits/records.js';
import { isOwn, remarksOn } from '../../src/rule-kit/platform.js';
import { mayLetIn } from '../../src/rule-kit/records/may-let-in.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'carrier/own-logins',
  meta: {
    type: 'problem',
    summary: 'Report lists of records that lock out the platform that runs the server',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      local: {
        headline: 'This list replaces all records of {platform}',
        why: 'Nothing in it lets {user} in through the socket: {effect}.',
        help: 'Add “{record}”.',
      },
      tls: {
        headline: 'This list replaces all records of {platform}',
        why: 'Nothing in it lets {user} in to {database} from another pod: {effect}.',
        help: 'Add “{record}”.',
      },
    },
    suggestions: true,
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        const records = cluster.hba?.records ?? [];
        const first = records.find(isOwn);
        if (first === undefined) return;
        for (const { data } of remarksOn(cluster, 'own-login')) {
          const { connection, user, database, record } = data as Record<'user' | 'database' | 'record', string> & {
            connection: 'local' | 'tls';
          };
          const login = { transport: connection, user, database };
          if (records.some((one) => mayLetIn(one, login, cluster.target))) continue;
          const { file, start, end } = first;
          report({
            messageId: connection,
            parts: [database, user],
            data: { ...data, database: database === 'replication' ? 'replication' : `the database ${database}` },
            at: { file, start, end },
            suggestions: [{ title: `Put “${record}” first`, edits: insertRecord(first, 'above', record) }],
          });
        }
      },
    };
  },
});
