import rule from '../../../rules/conf/removed-parameter.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: 'wal_keep_segments = 64\n', postgres: [10, 12] },
    'wal_keep_size = 1GB\n',
    'ssl_ecdh_curve = prime256v1\n',
    'work_men = 4MB\nold.snapshot_threshold = 1\n',
  ],
  invalid: [
    {
      name: 'a line that only says the default',
      conf: 'port = 1\ndb_user_namespace = false # as ever\nvacuum_defer_cleanup_age = 0\n',
      postgres: 17,
      errors: [
        { messageId: 'removed', line: 2, text: 'db_user_namespace' },
        { messageId: 'removed', line: 3, text: 'vacuum_defer_cleanup_age' },
      ],
      output: 'port = 1\n# as ever\n',
    },
    {
      conf: 'wal_keep_segments = 64  # one GB\n',
      postgres: 13,
      errors: [
        {
          messageId: 'removed',
          line: 1,
          column: 1,
          endColumn: 18,
          suggestions: [{ title: 'Remove the line', output: '# one GB\n' }],
        },
      ],
      output: 'wal_keep_size = 1024MB  # one GB\n',
    },
    {
      conf: 'port = 1\nforce_parallel_mode = on\n',
      postgres: 16,
      errors: [
        {
          messageId: 'removed',
          line: 2,
          text: 'force_parallel_mode',
          suggestions: [{ title: 'Remove the line', output: 'port = 1\n' }],
        },
      ],
      output: 'port = 1\ndebug_parallel_query = on\n',
    },
    {
      name: 'for some targets only: a person must choose',
      conf: 'stats_temp_directory = x\n',
      postgres: [14, 15],
      errors: [
        {
          messageId: 'removed',
          line: 1,
          text: 'stats_temp_directory',
          targets: [15],
          suggestions: [{ title: 'Remove the line', output: '' }],
        },
      ],
    },
    {
      name: 'the new name is set already',
      conf: 'wal_keep_segments = 10\nwal_keep_size = 1GB\n',
      errors: [
        {
          messageId: 'removed',
          line: 1,
          column: 1,
          suggestions: [
            { title: 'Remove the line', output: 'wal_keep_size = 1GB\n' },
            { title: 'Write wal_keep_size = 160MB', output: 'wal_keep_size = 160MB\nwal_keep_size = 1GB\n' },
          ],
        },
      ],
    },
    {
      conf: '',
      files: { 'postgresql.auto.conf': "checkpoint_segments = '3'\n" },
      errors: [{ messageId: 'removed', file: 'postgresql.auto.conf', line: 1, column: 1 }],
    },
  ],
});
