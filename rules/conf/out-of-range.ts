import { defineRule } from '../../src/rule-kit/rule.js';
import { refusedValueVisitors } from '../../src/rule-kit/settings/value-errors.js';

export default defineRule({
  id: 'conf/out-of-range',
  meta: {
    type: 'problem',
    summary: 'Report numbers outside of what the target takes for a parameter',
    category: 'correctness',
    presets: ['correctness'],
    yieldsTo: [{ rule: 'cluster/foreign-quotes', by: 'setting', messages: ['refused'] }],
    blocks: { refused: 'start' },
    messages: {
      refused: {
        headline: '{headline}',
        why: '{why} The server does not start; a reload keeps the old value.',
        help: '{help}',
      },
    },
    suggestions: true,
  },
  create: (context) => refusedValueVisitors(context, 'out-of-range', false),
});
