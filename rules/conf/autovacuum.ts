import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/autovacuum',
  meta: {
    type: 'problem',
    summary: 'Require autovacuum',
    category: 'durability',
    presets: ['recommended'],
    messages: {
      off: {
        headline: 'Autovacuum is off (autovacuum = {value})',
        why: 'Tables grow, and in the end the server refuses every write.',
        help: 'Set autovacuum = on.',
      },
      counts: {
        headline: 'Autovacuum does not run (track_counts = {value})',
        why: 'It learns nothing of what changed.',
        help: 'Set track_counts = on.',
      },
    },
    fix: 'safe',
  },
  parameters: ['autovacuum', 'track_counts'],
  judge({ name, value }) {
    if (value !== false) return undefined;
    return { messageId: name === 'autovacuum' ? 'off' : 'counts', right: { value: 'on', as: 'safe' } };
  },
});
