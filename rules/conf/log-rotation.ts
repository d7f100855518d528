import { cis } from '../../src/rule-kit/controls.js';
import { type Cluster, defineRule } from '../../src/rule-kit/rule.js';
import { provenance, reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

/** Escapes of strftime that come round again within a week, so that a file of that name is met again. */
const recurring = /%(?:[aAuwHIMSpr]|OH|OM)/;
/** Escapes that tell the day of one year or more. */
const unique = /%(?:[YyGgFDscxCj]|[dme].*%[dmeYy])/;

export default defineRule({
  id: 'conf/log-rotation',
  meta: {
    type: 'problem',
    summary: 'Require that log files are rotated, and that old ones neither pile up nor are lost',
    category: 'accounting',
    severity: 'warning',
    presets: ['strict'],
    controls: [...cis('3.1.5', '3.1.7', '3.1.8', '3.1.9')],
    messages: {
      never: {
        headline: 'The log is one ever-growing file',
        why: 'log_rotation_age and log_rotation_size are both 0.',
        help: 'Set log_rotation_age = 1d.',
      },
      sameName: {
        headline: 'Rotation goes on writing the same log file',
        why: 'log_filename = {name} never changes.',
        help: "Write 'postgresql-%Y-%m-%d.log'.",
      },
      appends: {
        headline: 'Log files grow for ever',
        why: 'Their names come again, and entries are added ({name}).',
        help: 'Set log_truncate_on_rotation = on.',
      },
      sizeLoses: {
        headline: 'log_rotation_size does nothing',
        why: 'A file that rotates for its size ({size}) keeps its name when the time part of {name} has not changed, and the log goes on in the same file.',
        help: 'Add %H%M%S to log_filename.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (valueInForce(cluster, 'logging_collector') !== true || !writesFiles(cluster)) return;
        const age = valueInForce(cluster, 'log_rotation_age');
        const size = valueInForce(cluster, 'log_rotation_size');
        const name = textInForce(cluster, 'log_filename');
        if (age === undefined || size === undefined || name === undefined) return;
        if (age === 0 && size === 0) {
          const parts = ['log_rotation_age', 'log_rotation_size'];
          return reportSetting(context, 'log_rotation_age', { messageId: 'never', parts });
        }
        if (!/%[^%]/.test(name.replaceAll('%%', ''))) {
          return reportSetting(context, 'log_filename', { messageId: 'sameName', data: { name } });
        }
        const truncates = valueInForce(cluster, 'log_truncate_on_rotation');
        const comesRound = recurring.test(name) && !unique.test(name);
        if (truncates === false && comesRound) {
          return reportSetting(context, 'log_truncate_on_rotation', { messageId: 'appends', data: { name } });
        }
        if (provenance(cluster, 'log_rotation_size') === 'set' && Number(size) > 0 && !/%[HIMSTXcsR]/.test(name)) {
          const text = cluster.configuration.get('log_rotation_size').value ?? '';
          reportSetting(context, 'log_rotation_size', {
            messageId: 'sizeLoses',
            parts: ['log_rotation_size', 'log_filename'],
            data: { name, size: text },
          });
        }
      },
    };
  },
});

function writesFiles(cluster: Cluster): boolean {
  return /stderr|csvlog|jsonlog/i.test(textInForce(cluster, 'log_destination') ?? 'stderr');
}
