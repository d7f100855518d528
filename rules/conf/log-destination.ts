import { cis, stig } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { splitParameter } from '../../src/rule-kit/values/parameters.js';

export default defineSettingRule({
  id: 'conf/log-destination',
  meta: {
    type: 'problem',
    summary: 'Require that the log goes somewhere',
    category: 'accounting',
    presets: ['recommended', { preset: 'stig-crunchy-16', options: { require: ['syslog'] } }],
    controls: [...cis('3.1.2'), ...stig('007000', '012400')],
    options: {
      require: {
        type: 'array',
        default: [],
        items: { type: 'string', enum: ['stderr', 'csvlog', 'jsonlog', 'syslog', 'eventlog'] },
        description: 'Destinations of which each must be there: a policy that asks for syslog, for instance.',
      },
    },
    messages: {
      empty: {
        headline: 'Nothing is logged anywhere (log_destination is empty)',
        why: 'Errors, logins and crashes leave no trace.',
        help: 'Set it to stderr.',
      },
      missing: {
        headline: 'The log does not go to {missing}',
        why: 'The policy asks for it, and log_destination is {value}.',
        help: 'Set {right}.',
      },
    },
    suggestions: true,
  },
  parameters: ['log_destination'],
  judge({ text, context }) {
    const destinations = splitParameter('log_destination', text, context.target) ?? [];
    if (destinations.length === 0) {
      return { messageId: 'empty', right: { value: 'stderr', as: 'suggestion' } };
    }
    const missing = context.options.require.filter((word) => !destinations.includes(word));
    if (missing.length === 0) return undefined;
    const right = `'${[...destinations, ...missing].join(', ')}'`;
    return {
      messageId: 'missing',
      data: { missing: missing.join(' and '), right },
      right: { value: right, as: 'suggestion' },
    };
  },
});
