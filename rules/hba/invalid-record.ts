import { distinctErrors, reportReadingErrors } from '../../src/linter/for-rules/reading-errors.js';
import { defineRule } from '../../src/linter/rule.js';

export default defineRule({
  id: 'hba/invalid-record',
  meta: {
    type: 'problem',
    summary: 'Report what a server refuses or ignores in pg_hba.conf',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      refused: '{message} The server takes none of the file while this is in it.',
      ignored: '{message}',
    },
  },
  create(context) {
    return {
      Cluster({ hba }) {
        if (hba === undefined) return;
        reportReadingErrors(context, distinctErrors([...hba.errors, ...hba.records.map((record) => record.error)]));
      },
    };
  },
});
