import { defineRule } from '../../src/rule-kit/rule.js';

// What comments keep quiet is known only behind all other rules: src/linter/suppressions/suppression-reports.ts says what this finds.
export default defineRule({
  id: 'suppressions/malformed',
  meta: {
    type: 'problem',
    summary: 'Report comments that were meant as suppressions and cannot be read',
    category: 'maintainability',
    severity: 'warning',
    presets: ['recommended'],
    fix: 'unsafe',
    suggestions: true,
    messages: {
      malformed: {
        headline: 'This comment suppresses nothing',
        why: '{reason}',
      },
      expiry: {
        headline: 'The expiry date cannot be read, so it holds for ever',
        why: '{reason}',
      },
    },
  },
  create: () => ({}),
});
