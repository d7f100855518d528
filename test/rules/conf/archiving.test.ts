import rule from '../../../rules/conf/archiving.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const on = 'archive_mode = on\n';

testRule(rule, {
  valid: [
    "archive_mode = on\narchive_command = 'azcopy copy --overwrite=false %p https://a.example/wal/%f'\n",
    "archive_mode = on\narchive_command = 'archive --label=100%%full %p'\n",
    "archive_mode = on\narchive_command = 'test ! -f /a/%f.gz && gzip < %p > /a/%f.gz'\n",
    "archive_mode = on\narchive_command = 'set -C; cat %p > /a/%f'\n",
    "archive_mode = on\narchive_command = 'archive-wal'\n",
    ...[
      'cp -n %p ../archive/%f',
      'cp -n %p /var/lib/postgresql/archive/%f',
      'rclone copyto --immutable %p r:b/%f -v',
    ].map((command) => ({ conf: `archive_mode = on\narchive_command = '${command}'\n` })),
    ...[
      '[ ! -e /a/%f ] && scp %p host:/a/%f',
      'rsync --ignore-existing %p host:/a/%f',
      'gsutil cp -n %p gs://b/%f',
      'rclone copyto --immutable %p r:b/%f',
      's3cmd put --skip-existing %p s3://b/%f',
      'test ! -f /a/%f && cp %p /a/%f && logger done',
      'test ! -f /a/%f && cp %p /a/%f || exit 1',
      'cp -n %p /a/%f; exit $?',
      'if test ! -f /a/%f; then cp %p /a/%f; fi',
      'wal-g wal-push %p 2>&1 | logger -t wal || false',
      'wal-g wal-push %p >> /var/log/wal.log 2>&1',
      'pgbackrest --stanza=main archive-push %p',
      'copy "%p" "D:/a/%f"',
      'echo "%p" && test ! -f /a/%f && cp %p /a/%f',
    ].map((command) => ({ conf: `archive_mode = on\narchive_command = '${command}'\n` })),
    '',
    `${on}archive_command = 'test ! -f /a/%f && cp %p /a/%f'\n`,
    `${on}archive_command = 'cp -n %p /a/%f'\n`,
    `${on}archive_command = '/usr/local/bin/archive-wal'\n`,
    { conf: `${on}archive_library = 'basic_archive'\n`, postgres: 15 },
  ],
  invalid: [
    { conf: on, errors: [{ messageId: 'nothing', line: 1, text: 'on' }] },
    {
      conf: `${on}archive_command = '/bin/true'\n`,
      errors: [{ messageId: 'pretends', line: 2, text: "'/bin/true'" }],
    },
    {
      conf: `${on}archive_command = 'scp %f backup:'\n`,
      errors: [{ messageId: 'incomplete', line: 2, text: "'scp %f backup:'" }],
    },
    {
      conf: `archive_mode = always\narchive_command = 'cp %p /a/%f'\n`,
      postgres: [12, 18],
      errors: [{ messageId: 'overwrites', line: 2, text: "'cp %p /a/%f'" }],
    },
    { conf: '', options: { required: true }, errors: [{ messageId: 'off', line: 1, column: 1 }] },
    ...(
      [
        ['scp %p host:/a/%f', 'overwrites'],
        ['/bin/cp %p /a/%f', 'overwrites'],
        ['rsync -a %p host:/a/%f', 'overwrites'],
        ['s3cmd put %p s3://b/%f', 'overwrites'],
        ['aws s3 cp %p s3://b/%f', 'overwrites'],
        ['mc cp %p m/b/%f', 'overwrites'],
        ['dd if=%p of=/a/%f', 'overwrites'],
        ['cp -n %p /a/%f || exit 0', 'swallows'],
        ['cp -n %p /a/%f || true', 'swallows'],
        ['cp -n %p /a/%f; true', 'swallows'],
        ['cp -n %p /a/%f; find /a -mtime +7 -delete', 'swallows'],
        ['cp -n %p /a/%f | true', 'swallows'],
        ['wal-g wal-push %p 2>&1 | tee /var/log/wal.log', 'swallows'],
        ['cp -n %p /a/%f &', 'swallows'],
        ['(cp -n %p /a/%f); /bin/true', 'swallows'],
        ['mv %p /a/%f', 'moves'],
        ['test ! -f /a/%p && cp %p /a/%p', 'incomplete'],
        ['pgbackrest --stanza=main archive-get %f "%p"', 'fetches'],
        ['wal-g wal-fetch %f %p', 'fetches'],
        ['cp /a/%f %p', 'fetches'],
      ] as const
    ).map(([command, messageId]) => ({
      conf: `archive_mode = on\narchive_command = '${command}'\n`,
      errors: [{ messageId, line: 2, text: `'${command}'` }],
    })),
    {
      conf: "archive_mode = on\narchive_command = 'test ! -f archive/%f && cp %p archive/%f'\n",
      errors: [{ messageId: 'inside', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'cp -n %p /var/lib/postgresql/data/archive/%f'\n",
      errors: [{ messageId: 'inside', line: 2, column: 19 }],
    },
    {
      conf: "data_directory = '/srv/pg'\narchive_mode = on\narchive_command = 'cp -n %p \"/srv/pg/archive/%f\"'\n",
      errors: [{ messageId: 'inside', line: 3, column: 19 }],
    },
    // Programs for one copy, and what else people write around %p.
    { conf: "archive_mode = on\narchive_command = 'rm %p'\n", errors: [{ messageId: 'removes', line: 2, column: 19 }] },
    {
      conf: "archive_mode = on\narchive_command = 'test ! -f /a/%f && cp %p /a/%f && rm %p'\n",
      errors: [{ messageId: 'removes', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'ln -s %p /a/%f'\n",
      errors: [{ messageId: 'links', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'ln %p /a/%f'\n",
      errors: [{ messageId: 'links', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'test ! -f /a/%f && cp %p /b/%f'\n",
      errors: [{ messageId: 'otherFile', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'test ! -f /a/%f; cp %p /a/%f'\n",
      errors: [{ messageId: 'overwrites', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'gzip < %p > /a/%f.gz'\n",
      errors: [{ messageId: 'overwrites', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'cat %p > /a/%f'\n",
      errors: [{ messageId: 'overwrites', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'sudo -u backup cp %p /a/%f'\n",
      errors: [{ messageId: 'overwrites', line: 2, column: 19 }],
    },
    // 10 to 15 hand %P to the shell as it is; 16 and later refuse the command (String contains unexpected placeholder).
    {
      conf: "archive_mode = on\narchive_command = 'cp %P /a/%F'\n",
      errors: [{ messageId: 'incomplete', line: 2, column: 19 }],
    },
    // What a template or a crontab would need: 15.20 hands cp %p to the shell.
    {
      conf: "archive_mode = on\narchive_command = 'test ! -f /a/%%f && cp %%p /a/%%f'\n",
      errors: [{ messageId: 'doubled', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'cp /var/lib/postgresql/15/main/pg_wal/* /a/'\n",
      errors: [{ messageId: 'incomplete', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'azcopy copy %p https://a.example/wal/%f'\n",
      errors: [{ messageId: 'overwrites', line: 2, column: 19 }],
    },
    {
      conf: "archive_mode = on\narchive_command = 'cp $p /a/$f'\n",
      errors: [{ messageId: 'incomplete', line: 2, column: 19 }],
    },
  ],
});
