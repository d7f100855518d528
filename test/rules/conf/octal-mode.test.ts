import rule from '../../../rules/conf/octal-mode.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'log_file_mode = 0600\nunix_socket_permissions = 0777\n',
    { name: 'out of range: conf/out-of-range', conf: 'log_file_mode = 600\n' },
    { name: 'the decimal number of 0777', conf: 'log_file_mode = 0x180\nunix_socket_permissions = 48\n' },
    'work_mem = 400\n',
  ],
  invalid: [
    {
      conf: 'log_file_mode = 400\n',
      errors: [
        {
          messageId: 'decimal',
          line: 1,
          column: 17,
          message:
            '400 without a leading zero is a decimal number. It means the mode 0620. Write 0400 for the mode that it looks like.',
        },
      ],
      output: 'log_file_mode = 0400\n',
    },
    {
      conf: "unix_socket_permissions = '440' # group\n",
      errors: [{ messageId: 'decimal', line: 1, text: "'440'" }],
      output: "unix_socket_permissions = '0440' # group\n",
    },
    {
      conf: '\n',
      files: { 'postgresql.auto.conf': "unix_socket_permissions = '500'\n" },
      errors: [{ messageId: 'decimal', file: 'postgresql.auto.conf', line: 1, text: "'500'" }],
    },
  ],
});
