import { cis, percona, stig } from '../../src/linter/for-rules/controls.js';
import { provenance, reportSetting, splitList, textInForce } from '../../src/linter/for-rules/settings.js';
import { defineRule } from '../../src/linter/rule.js';

/** What a reader of the log needs to know, by the escapes that tell it. */
const meanings: Readonly<Record<string, string>> = {
  m: 'the time',
  t: 'the time',
  n: 'the time',
  p: 'the process',
  c: 'the session',
  u: 'the user',
  d: 'the database',
  h: 'the client’s address',
  r: 'the client’s address',
  a: 'the application',
  s: 'the start of the session',
};

export default defineRule({
  id: 'conf/log-line-prefix',
  meta: {
    type: 'problem',
    summary: 'Require that log lines tell when, who, where and from where',
    category: 'accounting',
    severity: 'warning',
    presets: [
      'recommended',
      { preset: 'strict', severity: 'error', options: { require: ['mtn', 'pc', 'u', 'd', 'hr', 'a'] } },
      { preset: 'stig-crunchy-16', severity: 'error', options: { require: ['m', 'p', 'u', 'd', 'hr', 'a', 's', 'c'] } },
    ],
    controls: [
      ...cis('3.1.24'),
      ...stig('000400', '001100', '001200', '001300', '001500', '011500'),
      ...percona('accounting'),
    ],
    options: {
      require: {
        type: 'array',
        default: ['mtn', 'pc', 'u', 'd', 'hr'],
        items: { type: 'string', pattern: '^[a-zA-Z]+$' },
        description: 'What the prefix must have: each element names the escapes of which one is enough.',
      },
    },
    messages: {
      set: 'Lines of the log do not tell {missing}: log_line_prefix lacks {escapes}. Write for instance {right}.',
      default:
        'Lines of the log do not tell {missing}: the default of log_line_prefix lacks {escapes}. Set for instance log_line_prefix = {right}.',
    },
    fix: 'safe',
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        const prefix = textInForce(cluster, 'log_line_prefix');
        const destination = textInForce(cluster, 'log_destination');
        if (prefix === undefined || destination === undefined) return;
        const formats = splitList(destination.toLowerCase());
        // csvlog and jsonlog have columns of their own for all of it.
        if (!formats.includes('stderr') && !formats.includes('syslog')) return;
        const onlySyslog = !formats.includes('stderr');
        const required: string[] = context.options['require'];
        const missing = required.filter((group) => !hasOneOf(prefix, group) && !(onlySyslog && syslogTells(group)));
        if (missing.length === 0) return;
        const from = provenance(cluster, 'log_line_prefix');
        const right = `'%m [%p] %q%u@%d/%a %h ${required.includes('s') ? '%s %c ' : ''}'`;
        reportSetting(context, 'log_line_prefix', {
          messageId: from,
          data: {
            missing: joinWith(
              missing.map((group) => meanings[group[0]!] ?? `%${group[0]}`),
              'and',
            ),
            escapes: joinWith(
              missing.map((group) =>
                joinWith(
                  [...group].map((letter) => `%${letter}`),
                  'or',
                ),
              ),
              'and',
            ),
            right,
          },
          right: { value: right, as: from === 'default' ? 'safe' : 'suggestion' },
        });
      },
    };
  },
});

/** Whether a prefix has one of the escapes; a width may stand between (`%-10u`), and `%%` is a percent sign. */
function hasOneOf(prefix: string, escapes: string): boolean {
  for (const [, letter] of prefix.matchAll(/%(?:-?\d+)?(.)/gs)) if (escapes.includes(letter!)) return true;
  return false;
}

/** syslog writes time and process itself. */
function syslogTells(group: string): boolean {
  return /^[mtnpc]+$/.test(group);
}

function joinWith(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}
