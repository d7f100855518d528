import { defineRule } from '../../src/rule-kit/rule.js';

// What comments keep quiet is known only behind all other rules: src/linter/suppressions/suppression-reports.ts says what this finds.
export default defineRule({
  id: 'suppressions/unused',
  meta: {
    type: 'suggestion',
    summary: 'Report comments that keep nothing quiet',
    category: 'maintainability',
    presets: ['recommended'],
    options: {
      rulesThatAreOff: {
        type: 'boolean',
        default: false,
        description: 'Report also comments for rules that are off here, which therefore keep nothing quiet.',
      },
    },
    messages: {
      nothing: {
        headline: 'This comment suppresses nothing',
        why: 'No rule reports anything here.',
        help: 'Remove it, so that it hides nothing later.',
      },
      rule: {
        headline: '{rule} reports nothing that this comment suppresses',
        help: 'Remove the name, so that it hides nothing later.',
      },
      off: {
        headline: '{rule} is off here',
        why: 'This comment suppresses nothing of it.',
        help: 'Remove the name, or switch the rule on.',
      },
    },
    fix: 'safe',
  },
  create: () => ({}),
});
