import { type Cluster, defineRule } from '../../src/rule-kit/rule.js';
import { listInForce, reportSetting, textInForce, valueInForce } from '../../src/rule-kit/settings/settings.js';
import { readValue } from '../../src/rule-kit/values/read.js';

/** Some settings that do nothing under a condition. */
interface Idle {
  messageId: string;
  names: readonly string[];
  /** What the message says more; undefined where they have their effect, or files do not tell. */
  found(cluster: Cluster): Record<string, string> | undefined;
}

/** What only the collector looks at, and only where it writes files. */
const ofFiles = [
  'log_directory',
  'log_filename',
  'log_rotation_age',
  'log_rotation_size',
  'log_truncate_on_rotation',
  'log_file_mode',
];
const fileFormats = ['stderr', 'csvlog', 'jsonlog'];
const ofSyslog = ['syslog_ident', 'syslog_facility'];

/** What recovery can stop at; without one of them it ends where the WAL does (validateRecoveryParameters of xlogrecovery.c). */
const targets = ['', '_lsn', '_name', '_time', '_xid'].map((end) => `recovery_target${end}`);

const idles: readonly Idle[] = [
  {
    messageId: 'noCollector',
    names: ofFiles,
    found: (cluster) => {
      const formats = listInForce(cluster, 'log_destination');
      // With csvlog or jsonlog the collector itself is what is missing: conf/logging-collector.
      const isSaid = formats === undefined || formats.some((each) => each === 'csvlog' || each === 'jsonlog');
      return !isSaid && valueInForce(cluster, 'logging_collector') === false ? {} : undefined;
    },
  },
  {
    messageId: 'noFiles',
    names: ofFiles,
    found: (cluster) => {
      const formats = listInForce(cluster, 'log_destination');
      if (formats === undefined || valueInForce(cluster, 'logging_collector') !== true) return undefined;
      return formats.some((each) => fileFormats.includes(each)) ? undefined : { format: formats.join(', ') };
    },
  },
  {
    messageId: 'noSyslog',
    names: ofSyslog,
    found: (cluster) => {
      const formats = listInForce(cluster, 'log_destination');
      return formats === undefined || formats.includes('syslog') ? undefined : { format: formats.join(', ') };
    },
  },
  {
    messageId: 'noArchiving',
    names: ['archive_command', 'archive_library'],
    found: (cluster) => (textInForce(cluster, 'archive_mode') === 'off' ? {} : undefined),
  },
  {
    messageId: 'noStandbys',
    names: ['synchronous_commit'],
    found: (cluster) => {
      const value = textInForce(cluster, 'synchronous_commit') ?? '';
      const names = textInForce(cluster, 'synchronous_standby_names');
      return names?.trim() === '' && /^remote_(?:apply|write)$/.test(value) ? {} : undefined;
    },
  },
  {
    messageId: 'noTarget',
    names: ['recovery_target_action', 'recovery_target_inclusive'],
    found: (cluster) => (targets.every((name) => textInForce(cluster, name) === '') ? {} : undefined),
  },
  {
    messageId: 'noSample',
    names: ['log_statement_sample_rate'],
    found: (cluster) => (valueInForce(cluster, 'log_min_duration_sample') === -1 ? {} : undefined),
  },
  capped('max_parallel_workers', 'max_worker_processes'),
  capped('max_parallel_workers_per_gather', 'max_parallel_workers'),
  capped('max_parallel_maintenance_workers', 'max_parallel_workers'),
];

/** A number of workers, and the one that limits it. */
function capped(name: string, limit: string): Idle {
  return {
    messageId: 'capped',
    names: [name],
    found: (cluster) => {
      const wanted = valueInForce(cluster, name);
      const most = valueInForce(cluster, limit);
      return typeof wanted === 'number' && typeof most === 'number' && wanted > most
        ? { limit, most: String(most) }
        : undefined;
    },
  };
}

export default defineRule({
  id: 'conf/idle-setting',
  meta: {
    type: 'suggestion',
    summary: 'Report settings that have no effect, because another one that they need is off',
    category: 'correctness',
    presets: ['recommended'],
    sameCause: 'file',
    messages: {
      noCollector: {
        headline: '{name} has no effect without the logging collector',
        why: 'logging_collector is off.',
        help: 'Set it on, or remove the line.',
      },
      noFiles: {
        headline: '{name} has no effect without log files',
        why: 'log_destination = {format} writes none.',
        help: 'Add stderr, csvlog or jsonlog, or remove the line.',
      },
      noSyslog: {
        headline: '{name} has no effect without syslog',
        why: 'log_destination = {format} sends nothing there.',
        help: 'Add syslog to it, or remove the line.',
      },
      noArchiving: {
        headline: '{name} has no effect without archiving',
        why: 'archive_mode is off.',
        help: 'Set archive_mode = on, or remove the line.',
      },
      capped: {
        headline: '{name} = {value} never has more than {most} workers',
        why: '{limit} is {most}.',
        help: 'Raise that too, or lower this.',
      },
      noTarget: {
        headline: '{name} has no effect without a recovery target',
        why: 'Recovery ends where the WAL does, and the server is promoted.',
        help: 'Set recovery_target_time or another target, or remove the line.',
      },
      noSample: {
        headline: '{name} has no effect without a duration to sample from',
        why: 'log_min_duration_sample is -1, so that nothing is sampled.',
        help: 'Set log_min_duration_sample = 0 for a share of all statements, or remove the line.',
      },
      noStandbys: {
        headline: 'synchronous_commit = {value} acts as on',
        why: 'synchronous_standby_names names no standby.',
        help: 'Name one, or set on.',
      },
    },
  },
  create(context) {
    return {
      Cluster(cluster) {
        if (cluster.extent !== 'whole' || cluster.configuration.unread.length > 0) return;
        for (const { messageId, names, found } of idles) {
          const more = found(cluster);
          if (more === undefined) continue;
          for (const name of names) {
            const { entry, parameter } = cluster.configuration.get(name);
            // Stock files of some packages show defaults without a comment sign.
            if (entry?.reading?.ok !== true || entry.value === '' || parameter === undefined) continue;
            const inForce = readValue(parameter, parameter.default ?? '', cluster.target);
            if (inForce.ok !== false && inForce.value === entry.reading.value) continue;
            reportSetting(context, name, { messageId, data: { name, value: entry.value, ...more } });
          }
        }
      },
    };
  },
});
