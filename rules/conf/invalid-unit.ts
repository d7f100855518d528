import { defineRule } from '../../src/rule-kit/rule.js';
import { refusedValueVisitors } from '../../src/rule-kit/settings/value-errors.js';

export default defineRule({
  id: 'conf/invalid-unit',
  meta: {
    type: 'problem',
    summary: 'Report amounts with a unit that the target does not know, or that the parameter does not take',
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
    fix: 'safe',
  },
  create: (context) => refusedValueVisitors(context, 'invalid-unit', true),
});
