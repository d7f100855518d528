import rule from '../../../rules/hba/legacy-clientcert.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { hba: 'hostssl all all all scram-sha-256 clientcert=verify-ca\n', postgres: 13 },
    { hba: 'hostssl all all all cert clientcert=verify-full\n', postgres: 12 },
    { name: 'the only spelling that 11 knows', hba: 'hostssl all all all md5 clientcert=1\n', postgres: 11 },
    { name: '14 refuses it, as another rule says', hba: 'hostssl all all all md5 clientcert=1\n', postgres: 14 },
    { name: 'a record that does not load', hba: 'hostssl all all all cert clientcert=0\n', postgres: 13 },
  ],
  invalid: [
    {
      hba: 'hostssl all all all scram-sha-256 clientcert=1 # staff\n',
      postgres: 13,
      errors: [
        {
          messageId: 'renamed',
          line: 1,
          text: 'clientcert=1',
          message:
            'clientcert=1 is the old spelling of verify-ca. From 14 on PostgreSQL rejects the file. Write verify-ca, or verify-full.',
        },
      ],
      output: 'hostssl all all all scram-sha-256 clientcert=verify-ca # staff\n',
    },
    {
      hba: 'hostssl all all all md5   clientcert=0\nhostssl all all all md5 "clientcert=no-verify"\t# x\n',
      postgres: 12,
      errors: [
        { messageId: 'off', line: 1, text: 'clientcert=0' },
        { messageId: 'off', line: 2, text: '"clientcert=no-verify"' },
      ],
      output: 'hostssl all all all md5\nhostssl all all all md5\t# x\n',
    },
    {
      hba: 'hostssl all all all cert map=m clientcert=verify-ca\nhostssl all all all cert clientcert=1 map=m\n',
      postgres: [12, 13],
      errors: [
        { messageId: 'implied', line: 1, column: 32 },
        { messageId: 'implied', line: 2, column: 26 },
      ],
      output: 'hostssl all all all cert map=m\nhostssl all all all cert map=m\n',
    },
  ],
});
