import { distinctErrors, reportReadingErrors } from '../../src/rule-kit/reading-errors.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'ident/invalid-mapping',
  meta: {
    type: 'problem',
    summary: 'Report what a server refuses or ignores in pg_ident.conf',
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
      Cluster({ ident }) {
        if (ident === undefined) return;
        reportReadingErrors(
          context,
          distinctErrors([...ident.errors, ...ident.mappings.map((mapping) => mapping.error)]),
        );
      },
    };
  },
});
