import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

const floors = [
  'max_connections',
  'max_worker_processes',
  'max_wal_senders',
  'max_prepared_transactions',
  'max_locks_per_transaction',
];

export default defineSettingRule({
  id: 'conf/standby-floor',
  meta: {
    type: 'problem',
    summary: 'Require that a standby has room for what its primary does',
    category: 'replication',
    presets: ['recommended'],
    options: {
      primary: {
        type: 'object',
        default: {},
        description:
          'The values of the primary, for instance {"max_connections": 300}; without them nothing is reported.',
        properties: Object.fromEntries(floors.map((name) => [name, { type: 'integer', minimum: 0 }])),
        additionalProperties: false,
      },
    },
    messages: {
      set: {
        headline: '{name} = {value} is lower than on the primary',
        why: 'It is {primary} there: a hot standby {effect}.',
        help: 'Set {name} = {primary}, on standbys before the primary.',
      },
      default: {
        headline: '{name} is lower than on the primary',
        why: 'It is left at {value}, and is {primary} there: a hot standby {effect}.',
        help: 'Set {name} = {primary}, on standbys before the primary.',
      },
    },
    fix: 'unsafe',
  },
  parameters: floors,
  judge({ name, value, context, cluster }) {
    const primary: number | undefined = context.options.primary[name];
    if (primary === undefined || Number(value) >= primary) return undefined;
    const effect = cluster.target >= 14 ? 'stops its recovery, and cannot start' : 'does not start';
    const title = `Set ${name} = ${primary} (the server needs a restart and more shared memory)`;
    return { data: { primary, effect }, right: { value: String(primary), title, as: 'unsafe' } };
  },
});
