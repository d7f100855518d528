import rule from '../../../rules/hba/ipv4-mapped-address.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'host all all 10.0.0.1/32 scram-sha-256\n',
    'host all all ::1/128 scram-sha-256\n',
    { name: 'wider than the mapped addresses', hba: 'host all all ::ffff:0:0/95 scram-sha-256\n' },
    'host all all 2001:db8::ffff:a00:1/128 scram-sha-256\n',
  ],
  invalid: [
    {
      hba: 'host all all ::ffff:10.0.0.1/128 scram-sha-256\n',
      errors: [
        {
          messageId: 'mapped',
          line: 1,
          column: 14,
          suggestions: [{ title: 'Write 10.0.0.1/32', output: 'host all all 10.0.0.1/32 scram-sha-256\n' }],
        },
      ],
    },
    {
      hba: 'host all all ::ffff:a00:0/104 reject\n',
      errors: [
        {
          messageId: 'mapped',
          line: 1,
          text: '::ffff:a00:0/104',
          suggestions: [{ title: 'Write 10.0.0.0/8', output: 'host all all 10.0.0.0/8 reject\n' }],
        },
      ],
    },
    {
      hba: 'host all all ::ffff:192.168.1.0 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ff00 md5\n',
      errors: [
        {
          messageId: 'mapped',
          line: 1,
          column: 14,
          suggestions: [
            {
              title: 'Write 192.168.1.0/24',
              output: 'host all all 192.168.1.0/24 md5\n',
            },
          ],
        },
      ],
    },
  ],
});
