import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/vacuum-sanity',
  meta: {
    type: 'suggestion',
    summary: 'Disallow vacuum settings that let transaction ids or dead rows pile up',
    category: 'durability',
    severity: 'warning',
    presets: [
      { preset: 'recommended', options: { maxNaptimeSeconds: 43200 } },
      { preset: 'strict', options: { maxNaptimeSeconds: 600 } },
    ],
    options: {
      maxFreezeAge: {
        type: 'integer',
        default: 1000000000,
        description:
          'The largest autovacuum_freeze_max_age; at two thousand million ids the server takes no more writes.',
      },
      maxNaptimeSeconds: {
        type: 'integer',
        default: 600,
        description: 'The longest autovacuum_naptime.',
      },
    },
    suggestions: true,
    messages: {
      freeze: {
        headline: 'Vacuum against the end of ids starts late ({value})',
        why: 'Transaction ids end at about 2 000 000 000, and little time is left for large tables ({name}).',
        help: 'Set it to {limit} or less.',
      },
      nap: {
        headline: 'Autovacuum looks for work only every {value}',
        why: 'Busy tables bloat in between (autovacuum_naptime).',
        help: 'Set it to {limit}s or less.',
      },
      share: {
        headline: '{name} = {value} is not {value} percent',
        why: 'It is {percent} times as many rows as the table has.',
        help: 'Write {right}.',
      },
      defer: {
        headline: 'No vacuum removes rows of the last {value} transactions',
        why: 'That is vacuum_defer_cleanup_age.',
        help: 'Set it to 0.',
      },
    },
  },
  parameters: [
    'autovacuum_freeze_max_age',
    'autovacuum_multixact_freeze_max_age',
    'autovacuum_naptime',
    'vacuum_defer_cleanup_age',
    'autovacuum_vacuum_scale_factor',
    'autovacuum_analyze_scale_factor',
    'autovacuum_vacuum_insert_scale_factor',
  ],
  judge({ name, value, context }) {
    if (typeof value !== 'number') return undefined;
    if (name.endsWith('_scale_factor')) {
      const right = String(value / 100);
      return value <= 1
        ? undefined
        : { messageId: 'share', data: { percent: value, right }, right: { value: right, as: 'suggestion' } };
    }
    if (name === 'vacuum_defer_cleanup_age') return value > 0 ? { messageId: 'defer' } : undefined;
    const nap = name === 'autovacuum_naptime';
    const limit: number = context.options[nap ? 'maxNaptimeSeconds' : 'maxFreezeAge'];
    return value > limit ? { messageId: nap ? 'nap' : 'freeze', data: { limit } } : undefined;
  },
});
