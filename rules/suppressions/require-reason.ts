import { defineRule } from '../../src/rule-kit/rule.js';

// What comments keep quiet is known only behind all other rules: src/linter/suppressions/suppression-reports.ts says what this finds.
export default defineRule({
  id: 'suppressions/require-reason',
  meta: {
    type: 'suggestion',
    summary: 'Require a reason in every suppression',
    category: 'maintainability',
    presets: ['strict'],
    fix: 'unsafe',
    suggestions: true,
    messages: {
      missing: {
        headline: 'This suppression has no reason',
        help: 'Write it after two dashes: # pgconflint-{kind} {rules}-- the reason.',
      },
    },
  },
  create: () => ({}),
});
