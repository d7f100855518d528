import { defineRule, type Major } from '../../src/rule-kit/rule.js';
import { reportSetting, textInForce } from '../../src/rule-kit/settings/settings.js';
import { quoteValue } from '../../src/rule-kit/values/quote.js';

/** The escapes of log_line_prefix and the first major that knows them (log_line_prefix in the manuals of 10 to 19). */
const since: Readonly<Record<string, Major>> = {
  ...Object.fromEntries([...'audrhptmnicelsvxq%'].map((letter) => [letter, 10])),
  b: 13,
  P: 14,
  Q: 14,
  L: 18,
};

export default defineRule({
  id: 'conf/log-line-prefix-escapes',
  meta: {
    type: 'problem',
    summary:
      'Disallow escapes in log_line_prefix that the server does not know, and prefixes that run into the message',
    category: 'accounting',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      unknown: {
        headline: 'log_line_prefix has no escape %{letter}',
        why: 'The server leaves it out silently.',
        help: 'Take it out, or write %% for a percent sign.',
      },
      newer: {
        headline: '%{letter} of log_line_prefix came with {since}',
        why: 'The server leaves it out silently.',
        help: 'Take it out.',
      },
      runsOn: {
        headline: 'log_line_prefix runs into the message',
        why: 'It ends without a space or another separator.',
        help: 'Write a space at its end.',
      },
      trailing: {
        headline: 'The percent sign at the end of log_line_prefix is void',
        why: 'Nothing comes after it.',
        help: 'Take it out, or write %%.',
      },
    },
    fix: 'safe',
  },
  create(context) {
    return {
      Cluster(cluster) {
        const prefix = textInForce(cluster, 'log_line_prefix');
        if (prefix === undefined || prefix === '') return;
        for (const [, letter] of prefix.matchAll(/%(?:-?\d+)?(.|$)/gs)) {
          if (letter === '') {
            reportSetting(context, 'log_line_prefix', { messageId: 'trailing' });
            return;
          }
          const from = since[letter!];
          if (from !== undefined && from <= context.target) continue;
          reportSetting(context, 'log_line_prefix', {
            messageId: from === undefined ? 'unknown' : 'newer',
            data: { letter: letter!, since: from ?? '' },
          });
          return;
        }
        const escapes = [...prefix.matchAll(/%(?:-?\d+)?(.)/gs)];
        const last = escapes.at(-1);
        const endsInEscape = last !== undefined && last.index + last[0].length === prefix.length;
        const runsOn = endsInEscape ? !'q%'.includes(last[1]!) : /[\p{L}\p{N}]$/u.test(prefix);
        if (!runsOn) return;
        const right = quoteValue(`${prefix} `);
        reportSetting(context, 'log_line_prefix', { messageId: 'runsOn', right: { value: right, as: 'safe' } });
      },
    };
  },
});
