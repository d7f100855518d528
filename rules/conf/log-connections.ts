import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { defineRule, type Major } from '../../src/rule-kit/rule.js';
import { provenance, reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';
import { splitParameter } from '../../src/rule-kit/values/parameters.js';

/** What `on` means since 18, where the parameter became a list (guc_tables.c, check_log_connections). */
const meaningOfOn = ['receipt', 'authentication', 'authorization'];

export default defineRule({
  id: 'conf/log-connections',
  meta: {
    type: 'problem',
    summary: 'Require that every login is logged',
    category: 'accounting',
    severity: 'warning',
    presets: [
      'recommended',
      { preset: 'strict', severity: 'error', options: { require: ['authentication', 'authorization'] } },
    ],
    controls: [
      ...cis('3.1.20', '6.2'),
      ...stig('001000', '011200', '011600', '011700', '012000'),
      ...percona('accounting'),
    ],
    options: {
      require: {
        type: 'array',
        default: ['authorization'],
        items: { type: 'string', enum: ['receipt', 'authentication', 'authorization', 'setup_durations'] },
        description: 'From 18 on, where the parameter is a list: what must be logged.',
      },
    },
    anyMajor: true,
    messages: {
      set: {
        headline: 'Logins are not logged (log_connections = {value})',
        why: 'There is no record of who connected.',
        help: 'Set log_connections = {right}.',
      },
      default: {
        headline: 'Logins are not logged, which is the default',
        why: 'There is no record of who connected.',
        help: 'Set log_connections = {right}.',
      },
      part: {
        headline: 'Logins are logged without {missing}',
        why: 'log_connections = {value} leaves out who connected.',
        help: 'Set {right}.',
      },
    },
    fix: 'safe',
  },
  create(context) {
    return {
      Cluster(cluster) {
        const value = valueInForce(cluster, 'log_connections');
        if (value === undefined || value === true) return;
        const logged = typeof value === 'string' ? loggedParts(value, cluster.target) : [];
        const required = context.options.require;
        const missing = required.filter((part) => !logged.includes(part) && !logged.includes('all'));
        if (missing.length === 0) return;
        const right = rightValue(cluster.target, logged, required);
        reportSetting(context, 'log_connections', {
          messageId: logged.length > 0 ? 'part' : provenance(cluster, 'log_connections'),
          data: {
            value: String(cluster.configuration.get('log_connections').value),
            missing: missing.join(' and '),
            right,
          },
          right: { value: right, as: 'safe' },
        });
      },
    };
  },
});

function loggedParts(value: string, target: Major): string[] {
  const parts = splitParameter('log_connections', value, target) ?? [];
  if (parts.length !== 1) return parts;
  if (['on', 'true', 'yes', '1'].includes(parts[0]!)) return meaningOfOn;
  return ['off', 'false', 'no', '0'].includes(parts[0]!) ? [] : parts;
}

function rightValue(target: number, logged: readonly string[], required: readonly string[]): string {
  if (target < 18) return 'on';
  if (logged.length === 0 && required.every((part) => meaningOfOn.includes(part))) return 'on';
  return `'${[...new Set([...logged, ...required])].join(',')}'`;
}
