import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/autovacuum',
  meta: {
    type: 'problem',
    summary: 'Require autovacuum',
    category: 'durability',
    presets: ['recommended'],
    messages: {
      off: 'Dead rows and old transaction ids pile up (autovacuum = {value}): tables grow, plans go wrong, and in the end the server takes no more writes. Set autovacuum = on.',
      counts:
        'Autovacuum learns nothing of what changed (track_counts = {value}) and does not run. Set track_counts = on.',
    },
    fix: 'safe',
  },
  parameters: ['autovacuum', 'track_counts'],
  judge({ name, value }) {
    if (value !== false) return undefined;
    return { messageId: name === 'autovacuum' ? 'off' : 'counts', right: { value: 'on', as: 'safe' } };
  },
});
