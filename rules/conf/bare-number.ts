import { replaceValue } from '../../src/rule-kit/edits/settings.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { valuePlace } from '../../src/rule-kit/settings/setting-places.js';
import { writeNumber } from '../../src/rule-kit/values/format.js';

/** Below how many base units a number without a unit cannot be meant, and which unit it was meant in. */
const limits: Readonly<Record<string, { below: number; meant: string }>> = {
  shared_buffers: { below: 4097, meant: 'MB' },
  effective_cache_size: { below: 8193, meant: 'MB' },
  temp_buffers: { below: 512, meant: 'MB' },
  wal_buffers: { below: 64, meant: 'MB' },
  work_mem: { below: 1000, meant: 'MB' },
  maintenance_work_mem: { below: 8193, meant: 'MB' },
  autovacuum_work_mem: { below: 8193, meant: 'MB' },
  logical_decoding_work_mem: { below: 1000, meant: 'MB' },
  temp_file_limit: { below: 10_000, meant: 'GB' },
  log_rotation_size: { below: 1024, meant: 'MB' },
  max_slot_wal_keep_size: { below: 16, meant: 'GB' },
  wal_keep_size: { below: 16, meant: 'GB' },
  log_min_duration_statement: { below: 10, meant: 's' },
  log_min_duration_sample: { below: 10, meant: 's' },
  authentication_timeout: { below: 3, meant: 'min' },
  log_rotation_age: { below: 31, meant: 'h' },
  archive_timeout: { below: 10, meant: 'min' },
  statement_timeout: { below: 1000, meant: 's' },
  transaction_timeout: { below: 1000, meant: 's' },
  lock_timeout: { below: 100, meant: 's' },
  idle_in_transaction_session_timeout: { below: 1000, meant: 's' },
  idle_session_timeout: { below: 1000, meant: 's' },
  deadlock_timeout: { below: 10, meant: 's' },
  wal_sender_timeout: { below: 1000, meant: 's' },
  wal_receiver_timeout: { below: 1000, meant: 's' },
  max_standby_streaming_delay: { below: 1000, meant: 's' },
  max_standby_archive_delay: { below: 1000, meant: 's' },
  recovery_min_apply_delay: { below: 1000, meant: 's' },
  client_connection_check_interval: { below: 100, meant: 's' },
  tcp_user_timeout: { below: 1000, meant: 's' },
};

export default defineRule({
  id: 'conf/bare-number',
  meta: {
    type: 'problem',
    summary: 'Report numbers without a unit that cannot be meant in the unit that the server takes',
    category: 'correctness',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    options: {
      allowParameters: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'Parameters that are not reported.',
      },
    },
    messages: {
      meant: {
        headline: '{name} = {value} is only {means}',
        why: 'A number without a unit counts in {unit}.',
        help: 'Write {right} if that is meant, or {means}.',
      },
    },
    suggestions: true,
  },
  create({ cluster, options, report }) {
    return {
      ConfEntry(entry) {
        const { parameter, reading, value, file } = entry;
        const limit = limits[parameter?.name ?? ''];
        if (parameter?.unit === undefined || limit === undefined || entry.overriddenBy !== undefined) return;
        if (reading?.ok !== true || typeof reading.value !== 'number' || !/^\s*\d+\s*$/.test(value)) return;
        if (reading.value <= 0 || reading.value >= limit.below || options.allowParameters.includes(parameter.name))
          return;
        const means = writeNumber(parameter, reading.value);
        const right = `${value.trim()}${limit.meant}`;
        const unit = parameter.unit === '8kB' ? 'pages of 8 kB' : parameter.unit;
        report({
          messageId: 'meant',
          parts: [parameter.name],
          data: { name: parameter.name, value: value.trim(), means, unit, right },
          at: valuePlace(entry),
          suggestions:
            file === cluster.configuration.auto
              ? []
              : [right, means].map((text) => ({ title: `Write ${text}`, edits: replaceValue(entry, text) })),
        });
      },
    };
  },
});
