import { cis, percona, stig } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { hasEscape } from '../../src/rule-kit/settings/line-prefix.js';
import { listInForce, provenance, reportSetting, textInForce } from '../../src/rule-kit/settings/settings.js';
import { quoteValue } from '../../src/rule-kit/values/quote.js';

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
      // The line that log_connections writes has the address, and the process in common with all others.
      { preset: 'recommended', options: { require: ['mtn', 'pc', 'u', 'd'] } },
      {
        preset: 'strict',
        severity: 'error',
        options: { require: ['mtn', 'pc', 'u', 'd', 'hr', 'a'] },
      },
      { preset: 'stig-crunchy-16', severity: 'error', options: { require: ['m', 'p', 'u', 'd', 'hr', 'a', 's', 'c'] } },
    ],
    controls: [
      ...cis('3.1.24'),
      ...stig('000400', '001100', '001200', '001300', '001500', '011700'),
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
    anyMajor: true,
    messages: {
      set: {
        headline: 'Log lines do not tell all (log_line_prefix)',
        why: 'They do not show {missing}: the prefix lacks {escapes}.',
        help: 'Write for instance log_line_prefix = {right}.',
      },
      default: {
        headline: 'Log lines do not tell all by default (log_line_prefix)',
        why: 'They do not show {missing}: the prefix lacks {escapes}.',
        help: 'Set for instance log_line_prefix = {right}.',
      },
    },
    fix: 'safe',
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        const prefix = textInForce(cluster, 'log_line_prefix');
        const formats = listInForce(cluster, 'log_destination');
        if (prefix === undefined || formats === undefined) return;
        // csvlog and jsonlog have columns of their own for all of it.
        if (!formats.includes('stderr') && !formats.includes('syslog')) return;
        const onlySyslog = !formats.includes('stderr');
        const required = context.options.require;
        const missing = required.filter((group) => !hasEscape(prefix, group) && !(onlySyslog && syslogTells(group)));
        if (missing.length === 0) return;
        const from = provenance(cluster, 'log_line_prefix');
        const right = from === 'set' ? quoteValue(completed(prefix, missing)) : rightDefault(required);
        reportSetting(context, 'log_line_prefix', {
          messageId: from,
          parts: missing.flatMap((group) => [...group].map((letter) => `%${letter}`)),
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

function rightDefault(required: readonly string[]): string {
  return `'%m [%p] %q%u@%d/%a %h ${required.includes('s') ? '%s %c ' : ''}'`;
}

/** A prefix with what it lacks, behind what it has: whoever reads the log with a program knows the order. */
function completed(prefix: string, missing: readonly string[]): string {
  const letters = missing.map((group) => group[0]!);
  const own = prefix.trim();
  const time = letters.filter((letter) => 'mtn'.includes(letter)).map((letter) => `%${letter}`);
  const process = letters.filter((letter) => 'pc'.includes(letter)).map((letter) => `[%${letter}]`);
  const session = letters.filter((letter) => !'mtnpc'.includes(letter)).map((letter) => `%${letter}`);
  // For processes without a session the prefix ends at %q: what they have comes before it, what they lack behind it.
  const stops = own.includes('%q');
  const front = stops ? [...time, ...process, own] : [...time, own, ...process];
  const rest = session.length === 0 || stops ? session : [`%q${session.join(' ')}`];
  return `${[...front, ...rest].filter((part) => part !== '').join(' ')} `;
}

/** syslog writes time and process itself. */
function syslogTells(group: string): boolean {
  return /^[mtnpc]+$/.test(group);
}

function joinWith(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}
