import { defineRule } from '../../src/rule-kit/rule.js';

// What comments keep quiet is known only behind all other rules: src/linter/suppressions/suppression-reports.ts says what this finds.
export default defineRule({
  id: 'suppressions/expired',
  meta: {
    type: 'suggestion',
    summary: 'Report suppressions whose last day is over',
    category: 'maintainability',
    presets: ['recommended'],
    messages: {
      expired: {
        headline: 'This suppression expired on {until}',
        why: 'What it suppressed is reported again.',
        help: 'Fix that and remove the comment, or extend the date.',
      },
    },
    fix: 'safe',
  },
  create: () => ({}),
});
