import { cis } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

const right: Readonly<Record<string, boolean>> = {
  debug_print_parse: false,
  debug_print_rewritten: false,
  debug_print_plan: false,
  debug_print_raw_parse: false,
  debug_pretty_print: true,
};

export default defineSettingRule({
  id: 'conf/debug-print',
  meta: {
    type: 'problem',
    summary: 'Disallow that the trees of statements are printed to the log',
    category: 'accounting',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    controls: [...cis('3.1.16', '3.1.17', '3.1.18', '3.1.19')],
    messages: {
      loud: {
        headline: 'Every statement’s tree is logged ({name} = {value})',
        why: 'That is pages a statement, with its constants.',
        help: 'Set it off.',
      },
      flat: {
        headline: 'Trees of statements come as one long line',
        why: 'That is {name} = {value}.',
        help: 'Set {name} = on.',
      },
    },
    fix: 'safe',
  },
  parameters: Object.keys(right),
  judge({ name, value }) {
    if (value === right[name]) return undefined;
    return { messageId: right[name] ? 'flat' : 'loud', right: { value: right[name] ? 'on' : 'off', as: 'safe' } };
  },
});
