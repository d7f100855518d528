import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

export default defineSettingRule({
  id: 'conf/vacuum-sanity',
  meta: {
    type: 'suggestion',
    summary: 'Disallow vacuum settings that let transaction ids or dead rows pile up',
    category: 'durability',
    severity: 'warning',
    presets: ['strict'],
    options: {
      maxFreezeAge: {
        type: 'integer',
        default: 1500000000,
        description:
          'The largest autovacuum_freeze_max_age; at two thousand million ids the server takes no more writes.',
      },
      maxNaptimeSeconds: {
        type: 'integer',
        default: 600,
        description: 'The longest autovacuum_naptime.',
      },
    },
    messages: {
      freeze:
        'Vacuum against the end of transaction ids starts only at {value} of about 2 000 000 000 ({name}): little time is left for large tables. Set it to {limit} or less.',
      nap: 'Autovacuum looks only every {value} for work (autovacuum_naptime): busy tables bloat in between. Set it to {limit}s or less; the default is 1min.',
      defer:
        'No vacuum removes rows that the last {value} transactions left behind (vacuum_defer_cleanup_age). Set it to 0, and use hot_standby_feedback or a replication slot for standbys.',
    },
  },
  parameters: [
    'autovacuum_freeze_max_age',
    'autovacuum_multixact_freeze_max_age',
    'autovacuum_naptime',
    'vacuum_defer_cleanup_age',
  ],
  judge({ name, value, context }) {
    if (typeof value !== 'number') return undefined;
    if (name === 'vacuum_defer_cleanup_age') return value > 0 ? { messageId: 'defer' } : undefined;
    const nap = name === 'autovacuum_naptime';
    const limit: number = context.options[nap ? 'maxNaptimeSeconds' : 'maxFreezeAge'];
    return value > limit ? { messageId: nap ? 'nap' : 'freeze', data: { limit } } : undefined;
  },
});
