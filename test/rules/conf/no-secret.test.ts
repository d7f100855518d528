import rule from '../../../rules/conf/no-secret.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "archive_command = 'openssl enc -k $KEY -in %p -out /a/%f'\n",
    "archive_command = 'mysql -p -e x'\n",
    {
      name: 'variables',
      conf: 'archive_command = \'curl -u bob:$PASSWORD -T %p https://b/%f; sshpass -p "$P" scp %p h:/a\'\n',
    },
    "archive_command = 'pgbackrest --stanza=main archive-push %p'\n",
    { name: 'a variable', conf: "restore_command = 'PGPASSWORD=$SECRET fetch %f %p'\n" },
    { name: 'a placeholder', conf: "archive_command = 'push --password {{ password }} %p'\n" },
    { name: 'a secret store', conf: "ssl_passphrase_command = '/usr/local/bin/ask-vault %p'\n" },
    "archive_command = 'scp %p backup@host:/wal/%f'\n",
  ],
  invalid: [
    {
      conf: "archive_command = 'PGPASSWORD=s3cret pg_push %p'\n",
      errors: [
        {
          messageId: 'secret',
          line: 1,
          column: 19,
          message:
            'archive_command holds PGPASSWORD as plain text. It is in this file, in its backups and repository, and in the list of processes while the command runs. Let the command read it from a file that only the server’s user can read.',
        },
      ],
    },
    {
      conf: 'ssl_passphrase_command = \'echo "open sesame"\'\n',
      errors: [{ messageId: 'printed', line: 1, text: '\'echo "open sesame"\'' }],
    },
    {
      conf: "restore_command = 'curl https://wal:s3cret@wal.example.com/%f -o %p'\narchive_cleanup_command = 'AWS_SECRET_ACCESS_KEY=abc/def clean %r'\nrecovery_end_command = 'tell --password=s3cret'\n",
      errors: [
        { messageId: 'secret', line: 1, column: 19 },
        { messageId: 'secret', line: 2, column: 27 },
        { messageId: 'secret', line: 3, column: 24 },
      ],
    },
    ...[
      'curl -u bob:geheim -T %p https://b/%f',
      'curl --user "bob:geheim" -T %p https://b/%f',
      'sshpass -p geheim scp %p h:/a/%f',
    ].map((command) => ({
      conf: `archive_command = '${command}'\n`,
      errors: [{ messageId: 'secret', line: 1, text: `'${command}'` }],
    })),
    { conf: "ssl_passphrase_command = 'printf %s hunter2'\n", errors: [{ messageId: 'printed', line: 1, column: 26 }] },
    { conf: "archive_command = 'mysql -phunter2 x'\n", errors: [{ messageId: 'secret', line: 1, column: 19 }] },
    {
      conf: "archive_command = 'openssl enc -k hunter2 -in %p -out /a/%f'\n",
      errors: [{ messageId: 'secret', line: 1, column: 19 }],
    },
    {
      conf: "archive_command = 'smbclient //h/s -U u%hunter2 -c x'\n",
      errors: [{ messageId: 'secret', line: 1, column: 19 }],
    },
    {
      conf: 'archive_command = \'curl -H "Authorization: Bearer abc123" -T %p https://h/%f\'\n',
      errors: [{ messageId: 'secret', line: 1, column: 19 }],
    },
  ],
});
