import type { Cluster } from '../../src/rule-kit/rule.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineSettingRule({
  id: 'conf/log-duration-flood',
  meta: {
    type: 'suggestion',
    summary: 'Disallow that nearly every statement is logged with its duration',
    category: 'accounting',
    severity: 'warning',
    presets: ['strict'],
    options: {
      minMilliseconds: {
        type: 'integer',
        default: 10,
        minimum: 1,
        description: 'Statements that take this long may be logged.',
      },
    },
    messages: {
      statements: {
        headline: 'Every statement of {value} or more is logged',
        why: 'The log may outgrow the data.',
        help: 'Raise log_min_duration_statement to {least}.',
      },
      durations: {
        headline: 'The duration of every statement is logged',
        why: 'With log_duration = on it comes beside the statements, which are all logged (log_statement = all).',
        help: 'Use log_min_duration_statement.',
      },
      plans: {
        headline: 'The plan of nearly every statement is logged',
        why: 'That is auto_explain.log_min_duration = {value}.',
        help: 'Raise it, or set a sample_rate.',
      },
    },
  },
  parameters: ['log_min_duration_statement', 'log_duration', 'auto_explain.log_min_duration'],
  judge({ name, value, cluster, context }) {
    const least = context.options.minMilliseconds;
    if (name === 'log_duration') {
      return value === true && textInForce(cluster, 'log_statement') === 'all' ? { messageId: 'durations' } : undefined;
    }
    if (typeof value !== 'number' || value < 0 || value >= least) return undefined;
    if (name === 'log_min_duration_statement') return { messageId: 'statements', data: { least: `${least}ms` } };
    return samples(cluster) ? undefined : { messageId: 'plans' };
  },
});

function samples(cluster: Cluster): boolean {
  const rate = valueInForce(cluster, 'auto_explain.sample_rate');
  return typeof rate === 'number' && rate < 1;
}
