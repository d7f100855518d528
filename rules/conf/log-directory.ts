import { cis } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineSettingRule({
  id: 'conf/log-directory',
  meta: {
    type: 'suggestion',
    summary: 'Require that log files stand outside the data directory, and not in /tmp',
    category: 'accounting',
    severity: 'warning',
    presets: ['strict'],
    controls: [...cis('3.1.4', '8.1')],
    messages: {
      empty: {
        headline: 'Log files go into the data directory itself',
        why: 'log_directory is empty.',
        help: 'Name a folder for them.',
      },
      inside: {
        headline: 'Log files are inside the data directory ({value})',
        why: 'They fill its disk and every base backup.',
        help: 'Name a folder outside.',
      },
      temporary: {
        headline: 'Log files are in {value}',
        why: 'It is emptied at a restart, and open to everyone.',
        help: 'Name a folder of the server’s own.',
      },
    },
  },
  parameters: ['log_directory'],
  judge({ text, cluster }) {
    // Only the logging collector writes files there.
    if (valueInForce(cluster, 'logging_collector') !== true) return undefined;
    if (text === '') return { messageId: 'empty' };
    if (/^\/(var\/)?tmp(\/|$)/.test(text) || /^\/dev\/shm(\/|$)/.test(text)) return { messageId: 'temporary' };
    return text.startsWith('/') || /^[A-Za-z]:/.test(text) ? undefined : { messageId: 'inside' };
  },
});
