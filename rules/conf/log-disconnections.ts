import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { provenance, reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/log-disconnections',
  meta: {
    type: 'problem',
    summary: 'Require that the end of every session is logged',
    category: 'accounting',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    controls: [...cis('3.1.21'), ...stig('001000', '011600', '011700', '012000'), ...percona('accounting')],
    anyMajor: true,
    yieldsTo: [{ rule: 'conf/log-connections', by: 'cluster', messages: ['set', 'default'] }],
    messages: {
      set: {
        headline: 'The end of sessions is not logged',
        why: 'How long they last is unknown (log_disconnections = {value}).',
        help: 'Set it on.',
      },
      default: {
        headline: 'The end of sessions is not logged, the default',
        why: 'How long they last is unknown.',
        help: 'Set log_disconnections = on.',
      },
    },
    fix: 'safe',
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'log_disconnections') !== false) return;
        reportSetting(context, 'log_disconnections', {
          messageId: provenance(cluster, 'log_disconnections'),
          data: { value: cluster.configuration.get('log_disconnections').value ?? '' },
          right: { value: 'on', as: 'safe' },
        });
      },
    };
  },
});
