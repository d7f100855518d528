import { cis, stig } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineSettingRule({
  id: 'conf/log-file-mode',
  meta: {
    type: 'problem',
    summary: 'Require that only the server, and at most its group, may read log files',
    category: 'accounting',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error', options: { max: '0600' } }],
    controls: [...cis('3.1.6'), ...stig('002000')],
    options: {
      max: {
        type: 'string',
        default: '0640',
        description: 'The most that is allowed, as an octal number.',
      },
    },
    messages: {
      set: {
        headline: 'Log files have the mode {mode}',
        why: 'So {who} may {what} statements and data.',
        help: 'Set log_file_mode = {max}.',
      },
    },
    fix: 'unsafe',
  },
  parameters: ['log_file_mode'],
  judge({ value, cluster, context }) {
    // Only the logging collector makes files.
    if (valueInForce(cluster, 'logging_collector') === false || textInForce(cluster, 'log_destination') === 'syslog') {
      return undefined;
    }
    const max = Number.parseInt(context.options.max, 8);
    const mode = Number(value);
    const beyond = mode & ~max & 0o777;
    if (beyond === 0) return undefined;
    const who = beyond & 0o007 ? 'everyone on the machine' : beyond & 0o070 ? 'the group of the server' : 'the server';
    const what = beyond & 0o022 ? 'change' : 'read';
    const right = context.options.max.padStart(4, '0');
    return {
      messageId: 'set',
      data: { mode: octal(mode), who, what, max: right },
      right: {
        value: right,
        title: `Set log_file_mode = ${right} (whoever else reads the files now loses that)`,
        as: 'unsafe',
      },
    };
  },
});

function octal(mode: number): string {
  return `0${mode.toString(8).padStart(3, '0')}`;
}
