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
      malformed: 'This comment suppresses nothing. {reason}',
      expiry: 'The day until which this holds cannot be read, so it holds for ever. {reason}',
    },
  },
  create: () => ({}),
});
