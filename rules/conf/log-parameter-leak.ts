import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineSettingRule({
  id: 'conf/log-parameter-leak',
  meta: {
    type: 'suggestion',
    summary: 'Disallow that the log holds the parameters of statements whole',
    category: 'accounting',
    severity: 'warning',
    targets: { from: 13 },
    messages: {
      set: {
        headline: 'Values bound to statements are logged whole',
        why: 'Personal data and secrets are among them (log_parameter_max_length = {value}, and statements are logged).',
        help: 'Set log_parameter_max_length = 0, or a small limit.',
      },
      default: {
        headline: 'Values bound to statements are logged whole',
        why: 'Personal data and secrets are among them: statements are logged, and log_parameter_max_length is without limit by default.',
        help: 'Set log_parameter_max_length = 0, or a small limit.',
      },
      error: {
        headline: 'Values of failing statements are logged',
        why: 'The client gets them too (log_parameter_max_length_on_error = {value}).',
        help: 'Set it to 0.',
      },
    },
    fix: 'safe',
  },
  parameters: ['log_parameter_max_length', 'log_parameter_max_length_on_error'],
  judge({ name, value, cluster }) {
    if (name === 'log_parameter_max_length_on_error') {
      return value === 0 ? undefined : { messageId: 'error', right: { value: '0', as: 'safe' } };
    }
    const logged = textInForce(cluster, 'log_statement');
    const duration = valueInForce(cluster, 'log_min_duration_statement');
    const logsStatements = logged === 'all' || logged === 'mod' || (typeof duration === 'number' && duration >= 0);
    return value === -1 && logsStatements ? { right: { value: '0', as: 'safe' } } : undefined;
  },
});
