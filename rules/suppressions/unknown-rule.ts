import { defineRule } from '../../src/rule-kit/rule.js';

// What comments keep quiet is known only behind all other rules: src/linter/suppressions/suppression-reports.ts says what this finds.
export default defineRule({
  id: 'suppressions/unknown-rule',
  meta: {
    type: 'problem',
    summary: 'Report suppressions of rules that do not exist',
    category: 'maintainability',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      unknown: {
        headline: 'There is no rule “{rule}”',
        why: 'This name suppresses nothing.',
        help: '{guess}',
      },
    },
    fix: 'unsafe',
    suggestions: true,
  },
  create: () => ({}),
});
