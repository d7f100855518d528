import rule from '../../../rules/conf/lost-backslash.js';
import { testRule } from '../../../src/linter/rule-tester.js';

/** A line and its repairs. */
function lost(name: string, written: string, messageId: string, ...right: string[]) {
  return {
    conf: `${name} = '${written}'\n`,
    errors: [
      {
        messageId,
        line: 1,
        text: `'${written}'`,
        suggestions: right.map((each) => ({ title: `Write '${each}'`, output: `${name} = '${each}'\n` })),
      },
    ],
  };
}

// Run on PostgreSQL 15.20: ssl_cert_file = 'C:\certs\server.crt' is "C:certsserver.crt" in its error message.
testRule(rule, {
  valid: [
    "ssl_cert_file = 'C:\\\\certs\\\\server.crt'\n",
    "ssl_cert_file = 'C:/certs/server.crt'\n",
    { name: 'a tab is meant', conf: "log_line_prefix = '%m\\t%p\\t'\n" },
    { name: 'what printf would make of it anyway', conf: 'archive_command = \'printf "%f\\n" && cp %p /a/%f\'\n' },
    { name: 'only escaped by habit: the value is as meant', conf: 'search_path = \'\\"$user\\", public\'\n' },
    { name: 'a space in a path is as meant', conf: "log_directory = '/my\\ logs'\n" },
    { name: 'a quote', conf: "archive_command = 'sh -c \\'cp %p /a/%f\\''\n" },
    { name: 'no quotes, no escapes', conf: 'application_name = a\n' },
    "log_line_prefix = '%m \\302\\240'\n",
  ],
  invalid: [
    {
      conf: "ssl_cert_file = 'C:\\certs\\server.crt'\n",
      errors: [
        {
          messageId: 'dropped',
          column: 17,
          line: 1,
          message:
            'ssl_cert_file loses the backslash of \\c in quotes. The server reads C:certsserver.crt. Write two backslashes for one.',
          suggestions: [
            { title: "Write 'C:/certs/server.crt'", output: "ssl_cert_file = 'C:/certs/server.crt'\n" },
            { title: "Write 'C:\\\\certs\\\\server.crt'", output: "ssl_cert_file = 'C:\\\\certs\\\\server.crt'\n" },
          ],
        },
      ],
    },
    lost('log_directory', 'D:\\new', 'control', 'D:/new', 'D:\\\\new'),
    lost('log_directory', 'D:\\2026', 'control', 'D:/2026', 'D:\\\\2026'),
    lost('log_directory', 'pg\\new', 'control', 'pg\\\\new'),
    lost('archive_command', 'copy "%p" "D:\\backup\\%f"', 'control', 'copy "%p" "D:\\\\backup\\\\%f"'),
    lost('archive_command', 'copy "%p" "\\\\server\\share\\%f"', 'dropped', 'copy "%p" "\\\\server\\\\share\\\\%f"'),
    lost(
      'archive_command',
      'cp %p /a/%f; find /a -exec rm {} \\;',
      'dropped',
      'cp %p /a/%f; find /a -exec rm {} \\\\;',
    ),
    lost('restore_command', 'cp /my\\ archive/%f %p', 'dropped', 'cp /my\\\\ archive/%f %p'),
    lost('archive_command', 'sed s/\\./x/ %p > /a/%f', 'dropped', 'sed s/\\\\./x/ %p > /a/%f'),
    {
      conf: '\n',
      files: { 'postgresql.auto.conf': "archive_command = 'test \\! -f /a/%f'\n" },
      errors: [{ messageId: 'dropped', file: 'postgresql.auto.conf', line: 1, column: 19 }],
    },
  ],
});
