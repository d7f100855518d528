import rule from '../../../rules/conf/bare-number.js';
import { testRule } from '../../../src/linter/rule-tester.js';

/** A setting, what was meant and what it means. */
function bare(name: string, value: string, right: string, means: string) {
  return {
    conf: `${name} = ${value}\n`,
    errors: [
      {
        messageId: 'meant',
        line: 1,
        text: value,
        suggestions: [right, means].map((each) => ({ title: `Write ${each}`, output: `${name} = ${each}\n` })),
      },
    ],
  };
}

testRule(rule, {
  valid: [
    'shared_buffers = 256MB\nwork_mem = 64kB\nstatement_timeout = 30ms\n',
    'log_min_duration_statement = 0\nlog_min_duration_sample = 100\nwal_keep_size = 16\nmax_slot_wal_keep_size = -1\n',
    {
      name: 'numbers that people wrote before there were units',
      conf: 'shared_buffers = 16384\nwork_mem = 4096\nwal_buffers = 2048\n',
    },
    { name: 'off', conf: 'statement_timeout = 0\nautovacuum_work_mem = -1\nwal_buffers = -1\n' },
    { name: 'long enough to be meant', conf: 'statement_timeout = 5000\nlock_timeout = 200\ndeadlock_timeout = 500\n' },
    { name: 'a number in quotes with its unit', conf: "work_mem = '64 MB'\n" },
    { name: 'another line is in force', conf: 'work_mem = 64\nwork_mem = 64MB\n' },
    { conf: 'statement_timeout = 50\n', options: { allowParameters: ['statement_timeout'] } },
    { name: 'refused: another rule', conf: 'temp_buffers = 8\n' },
  ],
  invalid: [
    bare('temp_file_limit', '10', '10GB', '10kB'),
    bare('client_connection_check_interval', '10', '10s', '10ms'),
    bare('recovery_min_apply_delay', '5', '5s', '5ms'),
    {
      conf: 'shared_buffers = 256\n',
      errors: [
        {
          messageId: 'meant',
          line: 1,
          text: '256',
          message:
            'shared_buffers = 256 is only 2MB. A number without a unit counts in pages of 8 kB. Write 256MB if that is meant, or 2MB.',
          suggestions: [
            { title: 'Write 256MB', output: 'shared_buffers = 256MB\n' },
            { title: 'Write 2MB', output: 'shared_buffers = 2MB\n' },
          ],
        },
      ],
    },
    bare('statement_timeout', '30', '30s', '30ms'),
    bare('idle_in_transaction_session_timeout', '60', '60s', '60ms'),
    bare('lock_timeout', '5', '5s', '5ms'),
    bare('work_mem', '64', '64MB', '64kB'),
    bare('maintenance_work_mem', '1024', '1024MB', '1MB'),
    bare('effective_cache_size', '4', '4MB', '32kB'),
    bare('wal_sender_timeout', '60', '60s', '60ms'),
    bare('log_rotation_size', '10', '10MB', '10kB'),
    bare('log_rotation_age', '24', '24h', '24min'),
    bare('archive_timeout', '5', '5min', '5s'),
    bare('log_min_duration_statement', '5', '5s', '5ms'),
    bare('log_min_duration_sample', '1', '1s', '1ms'),
    bare('max_slot_wal_keep_size', '10', '10GB', '10MB'),
    bare('wal_keep_size', '1', '1GB', '1MB'),
    bare('authentication_timeout', '1', '1min', '1s'),
  ],
});
