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
      set: 'Clients get messages of the level {value}, which the STIG does not allow: they may tell more than a client should know. Set client_min_messages = error.',
      default:
        'Clients get warnings and notices, which is the default and which the STIG does not allow. Set client_min_messages = error.',
    },
    suggestions: true,
  },
  parameters: ['client_min_messages'],
  judge({ value }) {
    if (value === 'error' || value === 'fatal' || value === 'panic') return undefined;
    return { right: { value: 'error', as: 'suggestion' } };
  },
});
