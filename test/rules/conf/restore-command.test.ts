import rule from '../../../rules/conf/restore-command.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "archive_cleanup_command = 'pg_archivecleanup -x .gz /a %r'\n",
    "archive_cleanup_command = 'clean-archive'\n",
    "restore_command = 'test -f /a/%f && cp /a/%f %p'\n",
    "restore_command = 'aws s3 cp s3://b/%f %p'\n",
    'restore_command = \'cp /a/%f "%p"\'\n',
    "restore_command = ''\n",
    { name: 'a place where no archive is', conf: "restore_command = '/bin/false'\n" },
    "archive_cleanup_command = 'pg_archivecleanup /a %r'\nrecovery_end_command = 'date +%%s'\n",
    { conf: "restore_command = 'cp'\n", postgres: 11 },
  ],
  invalid: [
    {
      conf: "restore_command = 'cp /a/x %p'\n",
      errors: [{ messageId: 'missing', line: 1, text: "'cp /a/x %p'" }],
    },
    {
      conf: "restore_command = 'cp /a/%f .'\n",
      errors: [{ messageId: 'missing', line: 1, text: "'cp /a/%f .'" }],
    },
    {
      conf: "recovery_end_command = 'date +%s'\n",
      postgres: 16,
      errors: [{ messageId: 'escape', line: 1, text: "'date +%s'" }],
    },
    ...[
      'pgbackrest --stanza=main archive-push %p',
      'wal-g wal-push %p',
      'cp %p /a/%f',
      'cp /a/%p %f',
      'scp %p host:/a/%f',
      'aws s3 cp %p s3://b/%f',
    ].map((command) => ({
      conf: `restore_command = '${command}'\n`,
      errors: [{ messageId: 'stores', line: 1, text: `'${command}'` }],
    })),
    { conf: "restore_command = 'mv /a/%f %p'\n", errors: [{ messageId: 'takes', line: 1, column: 19 }] },
    { conf: "restore_command = 'gzip < %p > /a/%f.gz'\n", errors: [{ messageId: 'stores', line: 1, column: 19 }] },
    {
      conf: "archive_cleanup_command = 'pg_archivecleanup %r /a'\n",
      errors: [{ messageId: 'order', line: 1, column: 27 }],
    },
    {
      conf: "archive_cleanup_command = 'pg_archivecleanup -d /a'\n",
      errors: [{ messageId: 'anything', line: 1, column: 27 }],
    },
    { conf: "archive_cleanup_command = 'rm -rf /a/*'\n", errors: [{ messageId: 'anything', line: 1, column: 27 }] },
  ],
});
