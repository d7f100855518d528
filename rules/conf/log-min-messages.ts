import { cis } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

const silent = ['error', 'log', 'fatal', 'panic'];

export default defineSettingRule({
  id: 'conf/log-min-messages',
  meta: {
    type: 'problem',
    summary: 'Require that warnings are logged, and debug messages are not',
    category: 'accounting',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    controls: [...cis('3.1.14')],
    messages: {
      silent: {
        headline: 'Warnings do not reach the log',
        why: 'Trouble that announces itself is not seen (log_min_messages = {value}).',
        help: 'Set it to warning.',
      },
      loud: {
        headline: 'Debug messages go to the log',
        why: 'They bury what matters (log_min_messages = {value}).',
        help: 'Set it to warning.',
      },
    },
    fix: 'safe',
  },
  parameters: ['log_min_messages'],
  judge({ text }) {
    // From 19 on a list may name levels for kinds of processes; the element without a kind is the rest's.
    const rest = text
      .split(',')
      .map((element) => element.trim().toLowerCase())
      .filter((element) => !element.includes(':'));
    const level = rest.at(-1) ?? 'warning';
    const right = rest.length === 1 && !text.includes(',') ? ({ value: 'warning', as: 'safe' } as const) : undefined;
    if (silent.includes(level)) return { messageId: 'silent', right };
    if (level.startsWith('debug')) return { messageId: 'loud', right };
    return undefined;
  },
});
