import { cis } from '../../src/rule-kit/controls.js';
import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { listInForce } from '../../src/rule-kit/settings/settings.js';
import { quoteValue } from '../../src/rule-kit/values/quote.js';

export default defineSettingRule({
  id: 'conf/syslog-options',
  meta: {
    type: 'problem',
    summary: 'Require that nothing is lost or mixed up on the way to syslog',
    category: 'accounting',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    controls: [...cis('3.1.10', '3.1.11', '3.1.12', '3.1.13')],
    options: {
      facility: {
        type: 'string',
        default: '',
        description: 'What syslog_facility must be, such as local0; empty means anything.',
      },
      ident: {
        type: 'string',
        default: '',
        description: 'What syslog_ident must be, for machines with several clusters; empty means anything.',
      },
    },
    messages: {
      facility: {
        headline: 'The log goes to the facility {value} of syslog',
        why: 'It is looked for in {wanted}.',
        help: 'Set syslog_facility = {right}.',
      },
      repeats: {
        headline: 'Equal lines of the log may be folded in syslog',
        why: 'That is syslog_sequence_numbers = {value}.',
        help: 'Set it on.',
      },
      cut: {
        headline: 'Long messages are cut off in syslog',
        why: 'They come in one piece (syslog_split_messages = {value}).',
        help: 'Set it on.',
      },
      ident: {
        headline: 'Lines in syslog carry the name {value}',
        why: 'Clusters on one machine look alike.',
        help: 'Set syslog_ident = {right}.',
      },
    },
    fix: 'safe',
  },
  parameters: ['syslog_facility', 'syslog_sequence_numbers', 'syslog_split_messages', 'syslog_ident'],
  judge({ name, value, text, cluster, context }) {
    const destinations = listInForce(cluster, 'log_destination');
    if (!destinations?.includes('syslog')) return undefined;
    if (name === 'syslog_facility') {
      const wanted = context.options.facility;
      if (wanted === '' || wanted.toLowerCase() === text.toLowerCase()) return undefined;
      return { messageId: 'facility', data: { wanted, right: wanted }, right: { value: wanted, as: 'safe' } };
    }
    if (name === 'syslog_ident') {
      const wanted = context.options.ident;
      if (wanted === '' || wanted === text) return undefined;
      const right = quoteValue(wanted);
      return { messageId: 'ident', data: { wanted, right }, right: { value: right, as: 'safe' } };
    }
    if (value === true) return undefined;
    return { messageId: name === 'syslog_split_messages' ? 'cut' : 'repeats', right: { value: 'on', as: 'safe' } };
  },
});
