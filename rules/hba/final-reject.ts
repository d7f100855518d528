import { appendRecord } from '../../src/rule-kit/edits/records.js';
import { recordPlace } from '../../src/rule-kit/records/record-places.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule, type HbaRecord } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/final-reject',
  meta: {
    type: 'suggestion',
    summary: 'Require a last record that rejects everyone',
    category: 'authorization',
    presets: ['style'],
    messages: {
      missing: {
        headline: 'The last record does not reject everyone else',
        why: 'A record added later opens the rest.',
        help: 'Add host all all all reject.',
      },
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    return {
      Cluster({ hba }) {
        const records = hba?.records.filter(isTaken) ?? [];
        const last = records.at(-1);
        if (hba === undefined || last === undefined || rejectsEveryone(last)) return;
        if (hba.records.some(({ error }) => error?.severity === 'error')) return;
        report({
          messageId: 'missing',
          at: recordPlace(last),
          suggestions: [
            { title: 'Add host all all all reject', edits: appendRecord(cluster.hba!.main, 'host all all all reject') },
          ],
        });
      },
    };
  },
});

function rejectsEveryone({ method, connectionType, databases, users, address }: HbaRecord): boolean {
  if (method !== 'reject' || connectionType !== 'host') return false;
  const isAll = (patterns: HbaRecord['users']) => patterns.some(({ kind }) => kind === 'all');
  return isAll(databases) && isAll(users) && address?.kind === 'all';
}
