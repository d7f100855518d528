import rule from '../../../rules/conf/ssl-passphrase-reload.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const title = 'Set ssl_passphrase_command_supports_reload = on';
const start = "ssl = on\nssl_passphrase_command = 'get-key'\n";

testRule(rule, {
  valid: [
    'ssl = on\n',
    `${start}ssl_passphrase_command_supports_reload = on\n`,
    "ssl_passphrase_command = 'get-key'\n",
    "ssl = on\nssl_passphrase_command = ''\n",
  ],
  invalid: [
    {
      conf: start,
      errors: [
        {
          messageId: 'default',
          line: 1,
          column: 1,
          suggestions: [{ title, output: `${start}ssl_passphrase_command_supports_reload = on\n` }],
        },
      ],
    },
    {
      conf: `${start}ssl_passphrase_command_supports_reload = off\n`,
      errors: [
        {
          messageId: 'set',
          line: 3,
          text: 'off',
          suggestions: [{ title, output: `${start}ssl_passphrase_command_supports_reload = on\n` }],
        },
      ],
    },
    {
      conf: `${start}ssl_passphrase_command_supports_reload = 'no' # x\n`,
      errors: [
        {
          messageId: 'set',
          line: 3,
          text: "'no'",
          suggestions: [{ title, output: `${start}ssl_passphrase_command_supports_reload = on # x\n` }],
        },
      ],
    },
  ],
});
