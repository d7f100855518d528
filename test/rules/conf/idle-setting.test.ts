import rule from '../../../rules/conf/idle-setting.js';
import { testRule } from '../../../src/linter/rule-tester.js';

/** A case whose problem marks the value in a line. */
function marked(conf: string, messageId: string, line = 1, more: object = {}) {
  const text = conf.split('\n')[line - 1]!.replace(/^\w[\w.]* = /, '');
  return { conf, errors: [{ messageId, line, text, ...more }] };
}

testRule(rule, {
  valid: [
    'recovery_target_action = promote\nrecovery_target = immediate\n',
    "recovery_target_action = promote\nrecovery_target_time = '2026-01-01 00:00:00+00'\n",
    'max_worker_processes = 16\nmax_parallel_workers = 16\nmax_parallel_workers_per_gather = 4\n',
    "logging_collector = on\nlog_directory = '/var/log/postgresql'\n",
    { name: 'the defaults', conf: "log_directory = 'log'\nlog_rotation_size = 10MB\nsyslog_ident = 'postgres'\n" },
    {
      name: 'the collector itself is missing: conf/logging-collector',
      conf: "log_destination = 'csvlog'\nlog_directory = '/x'\n",
    },
    "log_destination = 'stderr, syslog'\nsyslog_ident = 'pg1'\n",
    "archive_mode = on\narchive_command = 'cp -n %p /a/%f'\n",
    "archive_command = ''\n",
    "synchronous_commit = remote_apply\nsynchronous_standby_names = 's1'\n",
    'synchronous_commit = local\n',
    {
      name: 'what is not read may set it',
      conf: "include_if_exists '/etc/other.conf'\nlog_filename = 'x.log'\nlogging_collector = on\n",
    },
  ],
  invalid: [
    {
      conf: "log_filename = 'x.log'\n",
      errors: [
        {
          messageId: 'noCollector',
          line: 1,
          text: "'x.log'",
          message:
            'log_filename has no effect without the logging collector. logging_collector is off. Set it on, or remove the line.',
        },
      ],
    },
    marked("log_destination = 'syslog'\nlogging_collector = on\nlog_directory = '/x'\n", 'noFiles', 3),
    marked("syslog_ident = 'pg1'\n", 'noSyslog'),
    marked("archive_command = 'cp -n %p /a/%f'\n", 'noArchiving'),
    marked('synchronous_commit = remote_apply\n', 'noStandbys'),
    marked("synchronous_standby_names = ''\nsynchronous_commit = remote_write\n", 'noStandbys', 2),
    {
      conf: 'max_parallel_workers = 16\n',
      errors: [
        {
          messageId: 'capped',
          line: 1,
          text: '16',
          message:
            'max_parallel_workers = 16 never has more than 8 workers. max_worker_processes is 8. Raise that too, or lower this.',
        },
      ],
    },
    marked('max_parallel_workers = 2\nmax_parallel_workers_per_gather = 4\n', 'capped', 2),
    marked('max_parallel_maintenance_workers = 12\n', 'capped'),
    marked('log_statement_sample_rate = 0.5\n', 'noSample'),
    marked('recovery_target_action = promote\n', 'noTarget'),
    marked('recovery_target_inclusive = off\n', 'noTarget'),
  ],
});
