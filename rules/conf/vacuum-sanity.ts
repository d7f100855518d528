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
      freeze:
        'Vacuum against the end of transaction ids starts only at {value} of about 2 000 000 000 ({name}): little time is left for large tables. Set it to {limit} or less.',
      nap: 'Autovacuum looks only every {value} for work (autovacuum_naptime): busy tables bloat in between. Set it to {limit}s or less; the default is 1min.',
      share:
        '{name} is a share of the table: {value} means {percent} times as many rows as it has, and not {value} percent. Write {right}.',
      defer:
        'No vacuum removes rows that the last {value} transactions left behind (vacuum_defer_cleanup_age). Set it to 0, and use hot_standby_feedback or a replication slot for standbys.',
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
