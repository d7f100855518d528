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
      set: 'Values that applications bind to statements, personal data and secrets among them, stand in the log whole (log_parameter_max_length = {value}, and statements are logged). Set log_parameter_max_length = 0, or a small limit.',
      default:
        'Values that applications bind to statements, personal data and secrets among them, stand in the log whole: statements are logged, and log_parameter_max_length is without limit by default. Set log_parameter_max_length = 0, or a small limit.',
      error:
        'Values bound to a statement that fails go into the log and to the client (log_parameter_max_length_on_error = {value}). Set it to 0.',
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
