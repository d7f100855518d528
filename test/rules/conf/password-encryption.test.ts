import rule from '../../../rules/conf/password-encryption.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'port = 5432\n',
    { conf: "password_encryption = 'scram-sha-256'\n", postgres: [10, 18] },
    { name: 'a snippet says nothing of what is in force', files: { 'conf.d/a.conf': 'port = 1\n' }, postgres: 13 },
    { name: 'a value that is refused', conf: 'password_encryption = on\n', postgres: 14 },
  ],
  invalid: [
    {
      conf: 'password_encryption = md5\n',
      errors: [{ messageId: 'set', line: 1, column: 23, endColumn: 26 }],
      output: "password_encryption = 'scram-sha-256'\n",
    },
    {
      conf: "password_encryption = 'on' # md5\n",
      postgres: 13,
      errors: [{ messageId: 'set', line: 1, text: "'on'" }],
      output: "password_encryption = 'scram-sha-256' # md5\n",
    },
    {
      name: 'the default of 13, at its commented line',
      conf: 'port = 1\n#password_encryption = md5\t\t# md5 or scram-sha-256\n#db_user_namespace = off\n',
      postgres: 13,
      errors: [{ messageId: 'default', line: 2, column: 1, endColumn: 27 }],
      output:
        "port = 1\n#password_encryption = md5\t\t# md5 or scram-sha-256\npassword_encryption = 'scram-sha-256'\n#db_user_namespace = off\n",
    },
    {
      name: 'the value in force stands in postgresql.auto.conf, which belongs to ALTER SYSTEM',
      conf: "password_encryption = 'scram-sha-256'\n",
      files: { 'postgresql.auto.conf': "password_encryption = 'md5'\n" },
      errors: [{ messageId: 'set', file: 'postgresql.auto.conf', line: 1, text: "'md5'" }],
    },
  ],
});
