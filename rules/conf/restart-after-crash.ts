import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/restart-after-crash',
  meta: {
    type: 'suggestion',
    summary: 'Require that the server comes back by itself after one of its processes crashed',
    category: 'durability',
    severity: 'warning',
    messages: {
      set: {
        headline: 'The server stays down after a crash of a process',
        why: 'That is restart_after_crash = {value}.',
        help: 'Set it on, unless a cluster manager such as Patroni starts it again.',
      },
    },
    suggestions: true,
  },
  parameters: ['restart_after_crash'],
  judge: ({ value }) => (value === false ? { messageId: 'set', right: { value: 'on', as: 'suggestion' } } : undefined),
});
