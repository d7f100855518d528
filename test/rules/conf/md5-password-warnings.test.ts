import rule from '../../../rules/conf/md5-password-warnings.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'port = 1\n',
    'md5_password_warnings = on\n',
    { name: '17 has no such parameter', conf: 'md5_password_warnings = off\n', postgres: 17 },
  ],
  invalid: [
    {
      conf: 'md5_password_warnings = off\n',
      errors: [
        {
          messageId: 'unwanted',
          line: 1,
          text: 'off',
          message:
            'md5_password_warnings = off hides warnings about MD5 passwords. It hides who still has an MD5 password, until a later major no longer takes any. Set the passwords again with password_encryption = scram-sha-256, and remove the line.',
        },
      ],
      output: '',
    },
    {
      conf: "port = 1\nmd5_password_warnings = 'no' # noise\n",
      errors: [{ messageId: 'unwanted', line: 2, text: "'no'" }],
      output: 'port = 1\n# noise\n',
    },
    {
      conf: 'md5_password_warnings = on\nmd5_password_warnings = 0\n',
      postgres: 19,
      errors: [{ messageId: 'unwanted', line: 2, text: '0' }],
      output: 'md5_password_warnings = on\nmd5_password_warnings = on\n',
    },
  ],
});
