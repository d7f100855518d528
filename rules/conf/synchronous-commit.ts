import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/synchronous-commit',
  meta: {
    type: 'problem',
    summary: 'Disallow that every commit is answered before it is safe',
    category: 'durability',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    anyMajor: true,
    yieldsTo: [{ rule: 'conf/fsync', by: 'cluster' }],
    messages: {
      set: {
        headline: 'The last commits before a crash are lost',
        why: 'Clients were told that they are done (synchronous_commit = {value} for everyone).',
        help: 'Set synchronous_commit = on, and turn it off by ALTER ROLE or SET where losing commits is fine.',
      },
    },
    suggestions: true,
  },
  parameters: ['synchronous_commit'],
  judge: ({ value }) => (value === 'off' ? { messageId: 'set', right: { value: 'on', as: 'suggestion' } } : undefined),
});
