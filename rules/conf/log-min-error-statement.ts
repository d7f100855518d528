import { cis } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

const silent = ['log', 'fatal', 'panic'];

export default defineSettingRule({
  id: 'conf/log-min-error-statement',
  meta: {
    type: 'problem',
    summary: 'Require that statements which fail are logged with their error',
    category: 'accounting',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    controls: [...cis('3.1.15')],
    yieldsTo: [{ rule: 'conf/log-min-messages', by: 'cluster' }],
    messages: {
      set: {
        headline: 'Statements that fail are not logged with their error',
        why: 'That is log_min_error_statement = {value}.',
        help: 'Set it to error.',
      },
    },
    fix: 'safe',
  },
  parameters: ['log_min_error_statement'],
  judge({ value }) {
    return silent.includes(String(value)) ? { right: { value: 'error', as: 'safe' } } : undefined;
  },
});
