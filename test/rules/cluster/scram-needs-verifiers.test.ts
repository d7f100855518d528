import rule from '../../../rules/cluster/scram-needs-verifiers.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: "password_encryption = 'scram-sha-256'\n", hba: 'host all all all scram-sha-256\n' },
    { name: 'the default from 14 on', conf: '\n', hba: 'host all all all scram-sha-256\n' },
    { name: 'md5 takes both', conf: 'password_encryption = md5\n', hba: 'host all all all md5\n' },
    { name: 'the settings are not at hand', hba: 'host all all all scram-sha-256\n', postgres: 13 },
  ],
  invalid: [
    {
      conf: 'password_encryption = md5\n',
      hba: 'local all all peer\nhost all all all scram-sha-256\n',
      errors: [
        {
          messageId: 'set',
          line: 1,
          column: 23,
          message:
            'password_encryption = md5 stores MD5 hashes. Whoever gets a new password cannot log in by line 2 of pg_hba.conf, where scram-sha-256 accepts no MD5 hash. Set password_encryption = scram-sha-256.',
        },
      ],
    },
    {
      conf: '# stock\n',
      hba: 'host all all all scram-sha-256\n',
      postgres: [13, 14],
      errors: [{ messageId: 'default', line: 1, column: 1, targets: [13] }],
    },
    {
      conf: 'password_encryption = on\n',
      hba: 'host a all all scram-sha-256\nhost b all all scram-sha-256\n',
      postgres: 12,
      errors: [{ messageId: 'set', line: 1, text: 'on' }],
    },
  ],
});
