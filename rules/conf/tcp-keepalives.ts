import { stig } from '../../src/rule-kit/controls.js';
import { defineSettingRule, type SettingVerdict } from '../../src/rule-kit/settings/setting-rule.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';

/** What Linux does where a parameter is 0 (tcp(7)), and what finds a dead client within two minutes. */
const advice: Readonly<Record<string, { system: string; right: string }>> = {
  tcp_keepalives_idle: { system: 'two hours without a word before it asks', right: '60s' },
  tcp_keepalives_interval: { system: '75 seconds between questions', right: '10s' },
  tcp_keepalives_count: { system: 'nine questions without an answer', right: '6' },
};

export default defineSettingRule({
  id: 'conf/tcp-keepalives',
  meta: {
    type: 'suggestion',
    summary: 'Require that the server notices clients that vanished',
    category: 'network',
    presets: ['strict'],
    controls: [...stig('004700')],
    options: {
      maxIdle: {
        type: 'integer',
        default: 600,
        minimum: 1,
        description:
          'The longest tcp_keepalives_idle in seconds. Many firewalls forget a silent connection after 15 minutes.',
      },
      clientCheck: {
        type: 'boolean',
        default: false,
        description:
          'Require client_connection_check_interval, too, with which a running query notices (14 and later).',
      },
    },
    messages: {
      zero: {
        headline: '{name} = 0 leaves it to the system',
        why: 'On Linux that is {system}: a client that vanished keeps its session, its locks and its place among max_connections.',
        help: 'Set {name} = {right}.',
      },
      long: {
        headline: 'A vanished client is noticed after {seconds} seconds',
        why: 'Firewalls forget it sooner (tcp_keepalives_idle = {value}).',
        help: 'Set {right}.',
      },
      check: {
        headline: 'A query goes on although its client has gone',
        why: 'That is client_connection_check_interval = {value}.',
        help: 'Set it to 10s.',
      },
    },
    suggestions: true,
  },
  parameters: [...Object.keys(advice), 'client_connection_check_interval'],
  judge({ name, value, cluster, context }): SettingVerdict | undefined {
    const said = advice[name];
    if (said === undefined) {
      if (!context.options.clientCheck || value !== 0) return undefined;
      return { messageId: 'check', right: { value: '10s', as: 'suggestion' } };
    }
    const { system, right } = said;
    if (value === 0) {
      // Before the first question comes nothing of the rest: one report is enough.
      const first = valueInForce(cluster, 'tcp_keepalives_idle') === 0;
      if (first && name !== 'tcp_keepalives_idle') return undefined;
      return { messageId: 'zero', data: { system, right }, right: { value: right, as: 'suggestion' } };
    }
    if (name !== 'tcp_keepalives_idle' || Number(value) <= context.options.maxIdle) return undefined;
    return { messageId: 'long', data: { seconds: Number(value), right }, right: { value: right, as: 'suggestion' } };
  },
});
