import { cis, cisBenchmarks, percona, stig } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { listInForce, provenance, reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/logging-collector',
  meta: {
    type: 'problem',
    summary: 'Require the logging collector where log files are written',
    category: 'accounting',
    presets: [
      'recommended',
      { preset: 'strict', options: { requireForStderr: true } },
      ...cisBenchmarks.map((preset) => ({ preset, options: { requireForStderr: true } })),
    ],
    controls: [...cis('3.1.3'), ...stig('002100'), ...percona('accounting')],
    options: {
      requireForStderr: {
        type: 'boolean',
        default: false,
        description:
          'Report also a log that goes to stderr only. Leave it off where a container engine, journald or pg_ctlcluster takes what the server writes there.',
      },
    },
    messages: {
      lost: {
        headline: '{format} needs the logging collector, which is off',
        why: 'Only it can write this log_destination.',
        help: 'Set logging_collector = on.',
      },
      stderr: {
        headline: 'The log goes to the server’s standard error only',
        why: 'Unless something reads that, it is lost.',
        help: 'Set logging_collector = on.',
      },
    },
    fix: 'unsafe',
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'logging_collector') !== false) return;
        const formats = listInForce(cluster, 'log_destination');
        if (formats === undefined) return;
        const format = formats.find((each) => each === 'csvlog' || each === 'jsonlog');
        const onlyStderr = formats.length > 0 && formats.every((each) => each === 'stderr');
        if (format === undefined && !(onlyStderr && context.options.requireForStderr)) return;
        reportSetting(context, 'logging_collector', {
          messageId: format === undefined ? 'stderr' : 'lost',
          data: { format: format ?? '', from: provenance(cluster, 'logging_collector') },
          right: {
            value: 'on',
            title:
              'Set logging_collector = on (takes effect at the next restart; the log moves to files in log_directory)',
            as: 'unsafe',
          },
        });
      },
    };
  },
});
