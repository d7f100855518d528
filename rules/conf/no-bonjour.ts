import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/no-bonjour',
  meta: {
    type: 'problem',
    summary: 'Disallow that the server announces itself by Bonjour',
    category: 'network',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    messages: {
      set: {
        headline: 'The server announces itself by Bonjour',
        why: 'One built without Bonjour, as on Linux, does not start.',
        help: 'Set bonjour = off.',
      },
    },
    fix: 'safe',
  },
  parameters: ['bonjour'],
  judge({ value }) {
    return value === true ? { right: { value: 'off', as: 'safe' } } : undefined;
  },
});
