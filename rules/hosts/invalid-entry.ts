import { distinctErrors, reportReadingErrors } from '../../src/rule-kit/reading-errors.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hosts/invalid-entry',
  meta: {
    type: 'problem',
    summary: 'Report what a server refuses or ignores in pg_hosts.conf',
    category: 'correctness',
    presets: ['correctness'],
    blocks: { refused: 'file' },
    messages: {
      refused: {
        headline: '{headline}',
        why: '{why} PostgreSQL rejects the whole file.',
        help: '{help}',
      },
      ignored: {
        headline: '{headline}',
        why: '{why}',
        help: '{help}',
      },
    },
  },
  create(context) {
    return {
      Cluster({ hosts }) {
        if (hosts === undefined) return;
        reportReadingErrors(context, distinctErrors([...hosts.errors, ...hosts.entries.map((entry) => entry.error)]));
      },
    };
  },
});
