import rule from '../../../rules/conf/cannot-start.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    'wal_level = minimal\nmax_wal_senders = 0\n',
    { name: 'a snippet does not tell', files: { 'conf.d/a.conf': 'wal_level = minimal\n' } },
    'max_connections = 20\nsuperuser_reserved_connections = 5\n',
  ],
  invalid: [
    {
      conf: 'wal_level = minimal\n',
      errors: [
        {
          messageId: 'refused',
          line: 1,
          text: 'minimal',
          suggestions: [
            { title: 'Set wal_level = replica', output: 'wal_level = replica\n' },
            { title: 'Set max_wal_senders = 0', output: 'wal_level = minimal\nmax_wal_senders = 0\n' },
          ],
        },
      ],
    },
    {
      conf: 'wal_level = minimal\nmax_wal_senders = 0\narchive_mode = on\n',
      errors: [
        {
          messageId: 'refused',
          line: 3,
          text: 'on',
          suggestions: [
            {
              title: 'Set wal_level = replica',
              output: 'wal_level = replica\nmax_wal_senders = 0\narchive_mode = on\n',
            },
            {
              title: 'Set archive_mode = off',
              output: 'wal_level = minimal\nmax_wal_senders = 0\narchive_mode = off\n',
            },
          ],
        },
      ],
    },
    {
      conf: 'max_connections = 5\nsuperuser_reserved_connections = 5\n',
      errors: [{ messageId: 'refused', line: 2, text: '5' }],
    },
    {
      conf: "recovery_target = 'immediate'\nrecovery_target_xid = '5'\n",
      errors: [{ messageId: 'refused', line: 2, text: "'5'" }],
    },
    // The server starts with it, and says in the log that autovacuum does not (run on 10 to 18).
    {
      conf: 'track_counts = off\n',
      errors: [{ messageId: 'ignored', line: 1, text: 'off', severity: 'warning' }],
    },
    {
      name: 'at the line that completes it',
      conf: "wal_level = minimal\nmax_wal_senders = 0\ninclude_dir = 'conf.d'\n",
      files: { 'conf.d/a.conf': 'archive_mode = on\n' },
      errors: [
        {
          messageId: 'refused',
          file: 'conf.d/a.conf',
          line: 1,
          text: 'on',
          severity: 'error',
          suggestions: [
            {
              title: 'Set wal_level = replica',
              output: {
                'postgresql.conf': "wal_level = replica\nmax_wal_senders = 0\ninclude_dir = 'conf.d'\n",
              },
            },
            {
              title: 'Set archive_mode = off',
              output: {
                'conf.d/a.conf': 'archive_mode = off\n',
              },
            },
          ],
        },
      ],
    },
    {
      name: 'postgresql.auto.conf is read last',
      conf: 'wal_level = minimal\narchive_mode = on\nmax_wal_senders = 0\n',
      files: { 'postgresql.auto.conf': "wal_level = 'minimal'\n" },
      errors: [
        {
          messageId: 'refused',
          file: 'postgresql.auto.conf',
          line: 1,
          text: "'minimal'",
          severity: 'error',
          suggestions: [
            {
              title: 'Set archive_mode = off',
              output: {
                'postgresql.conf': 'wal_level = minimal\narchive_mode = off\nmax_wal_senders = 0\n',
              },
            },
          ],
        },
      ],
    },
    {
      conf: 'min_wal_size = 2MB\n',
      errors: [{ messageId: 'refusedIf', line: 1, text: '2MB' }],
    },
  ],
});
