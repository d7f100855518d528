import { stig } from '../../src/rule-kit/controls.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

/** The limits: what goes on for ever without one, and a value to start from. */
const limits: Readonly<Record<string, { unbounded: string; effect: string; value: string }>> = {
  statement_timeout: { unbounded: 'A statement may run for ever', effect: 'It keeps its locks', value: '10min' },
  transaction_timeout: {
    unbounded: 'A transaction may stay open for ever',
    effect: 'VACUUM cannot remove the rows that it may still see',
    value: '1h',
  },
  idle_in_transaction_session_timeout: {
    unbounded: 'A client that forgot to commit keeps its locks for ever',
    effect: 'VACUUM cannot remove the rows that it may still see',
    value: '10min',
  },
  idle_session_timeout: {
    unbounded: 'A session that nobody uses stays for ever',
    effect: 'It keeps its connection',
    value: '1d',
  },
  lock_timeout: {
    unbounded: 'A statement may wait for a lock for ever',
    effect: 'Others wait for it',
    value: '30s',
  },
};

export default defineRule({
  id: 'conf/statement-timeouts',
  meta: {
    type: 'suggestion',
    summary: 'Require limits on how long statements, transactions and waits may last',
    category: 'authorization',
    presets: ['strict', { preset: 'stig-crunchy-16', options: { require: ['statement_timeout'] } }, 'managed-cloud'],
    yieldsTo: [{ rule: 'conf/bare-number', by: 'setting', messages: ['short'] }],
    controls: [...stig('004700')],
    options: {
      require: {
        type: 'array',
        default: ['idle_in_transaction_session_timeout'],
        items: { type: 'string', enum: Object.keys(limits) },
        description: 'The limits that must be set.',
      },
      shortest: {
        type: 'integer',
        default: 1000,
        minimum: 0,
        description: 'A statement_timeout for the whole server must not be shorter than this, in milliseconds.',
      },
    },
    messages: {
      unbounded: {
        headline: '{unbounded}',
        why: '{effect} ({name} is 0).',
        help: 'Set {name} = {right}, or what your longest work needs.',
      },
      short: {
        headline: 'Every statement is cancelled after {value} ms',
        why: 'Migrations and CREATE INDEX are, too (statement_timeout).',
        help: 'Set a longer one here, and the short one by ALTER ROLE for the programs that need it.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        for (const name of context.options.require) {
          if (valueInForce(cluster, name) !== 0) continue;
          const { unbounded, effect, value } = limits[name]!;
          reportSetting(context, name, {
            messageId: 'unbounded',
            data: { name, unbounded, effect, right: value },
            right: { value, title: `Set ${name} = ${value} (what lasts longer is cancelled)`, as: 'suggestion' },
          });
        }
        const value = valueInForce(cluster, 'statement_timeout');
        if (typeof value !== 'number' || value <= 0 || value >= context.options.shortest) return;
        reportSetting(context, 'statement_timeout', { messageId: 'short', data: { value } });
      },
    };
  },
});
