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
      nothing:
        'This comment suppresses nothing: no rule reports anything here. Remove it, so that it hides nothing later.',
      rule: '{rule} reports nothing here that this comment would suppress. Remove the name, so that it hides nothing later.',
      off: '{rule} is off here, so this comment keeps nothing quiet. Remove the name, or switch the rule on.',
    },
    fix: 'safe',
  },
  create: () => ({}),
});
