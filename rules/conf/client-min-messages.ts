import { stig } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/client-min-messages',
  meta: {
    type: 'suggestion',
    summary: 'Require that clients get errors only',
    category: 'accounting',
    severity: 'error',
    controls: [...stig('006000', '006100')],
    messages: {
      set: {
        headline: 'Clients get messages of the level {value}',
        why: 'The STIG forbids it: they may tell too much.',
        help: 'Set client_min_messages = error.',
      },
      default: {
        headline: 'Clients get warnings and notices, the default',
        why: 'The STIG does not allow it.',
        help: 'Set client_min_messages = error.',
      },
    },
    suggestions: true,
  },
  parameters: ['client_min_messages'],
  judge({ value }) {
    if (value === 'error' || value === 'fatal' || value === 'panic') return undefined;
    return { right: { value: 'error', as: 'suggestion' } };
  },
});
