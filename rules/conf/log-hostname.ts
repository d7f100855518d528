import { cis } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/log-hostname',
  meta: {
    type: 'suggestion',
    summary: 'Require that host names are not looked up for the log, or that they are',
    category: 'accounting',
    severity: 'warning',
    presets: ['strict'],
    controls: [...cis('3.1.23')],
    options: {
      want: {
        type: 'string',
        default: 'off',
        enum: ['off', 'on'],
        description: 'What log_hostname is to be: benchmarks contradict each other here.',
      },
    },
    messages: {
      slow: {
        headline: 'Each login waits for the name server',
        why: 'If that is slow, so are logins (log_hostname = {value}).',
        help: 'Set it off.',
      },
      missing: {
        headline: 'The log has addresses but no host names',
        why: 'That is log_hostname = {value}.',
        help: 'Set log_hostname = on.',
      },
    },
    fix: 'safe',
  },
  parameters: ['log_hostname'],
  judge({ value, context }) {
    const wanted = context.options.want === 'on';
    if (value === wanted) return undefined;
    return { messageId: wanted ? 'missing' : 'slow', right: { value: wanted ? 'on' : 'off', as: 'safe' } };
  },
});
