import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

/** What each parameter tells, how it is off, and what puts it on. */
const events: Readonly<Record<string, { off: boolean | number; right: string; told: string }>> = {
  log_checkpoints: { off: false, right: 'on', told: 'how long checkpoints take and how much they write' },
  log_lock_waits: { off: false, right: 'on', told: 'which sessions wait long for a lock, and for whom' },
  log_temp_files: { off: -1, right: '10MB', told: 'which statements spill to disk' },
  log_autovacuum_min_duration: { off: -1, right: '10min', told: 'what autovacuum does to big tables' },
  log_recovery_conflict_waits: { off: false, right: 'on', told: 'when replay on a standby waits for queries' },
};

export default defineSettingRule({
  id: 'conf/log-operational-events',
  meta: {
    type: 'suggestion',
    summary: 'Require that checkpoints, lock waits, spills and vacuums are logged',
    category: 'accounting',
    severity: 'warning',
    presets: ['strict'],
    options: {
      require: {
        type: 'array',
        default: ['log_checkpoints', 'log_lock_waits', 'log_temp_files', 'log_autovacuum_min_duration'],
        items: { type: 'string', enum: Object.keys(events) },
        description: 'The parameters that must be on.',
      },
    },
    messages: {
      set: {
        headline: '{name} = {value}',
        why: 'Nothing shows {told}.',
        help: 'Set {name} = {right}.',
      },
      default: {
        headline: '{name} is off (the default)',
        why: 'Nothing shows {told}.',
        help: 'Set {name} = {right}.',
      },
    },
    fix: 'safe',
  },
  parameters: Object.keys(events),
  judge({ name, value, context }) {
    const { off, right, told } = events[name]!;
    if (value !== off || !context.options.require.includes(name)) return undefined;
    return { data: { told, right }, right: { value: right, as: 'safe' } };
  },
});
