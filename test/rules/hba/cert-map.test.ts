import rule from '../../../rules/hba/cert-map.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'hostssl all all 10.0.0.0/8 cert\n',
    'hostssl all all 10.0.0.0/8 cert clientname=DN map=people\n',
    'hostssl all all 10.0.0.0/8 cert clientname=CN\n',
    { name: 'one role needs no map', hba: 'hostssl app app 10.0.0.0/8 cert\n', options: { requireMap: true } },
    {
      name: 'nothing is compared',
      hba: 'hostssl all all 10.0.0.0/8 scram-sha-256 clientcert=verify-ca clientname=DN\n',
    },
    { hba: 'hostssl all all all cert clientname=DN\n', options: { allow: [{ method: ['cert'] }] } },
  ],
  invalid: [
    {
      hba: 'hostssl all all 10.0.0.0/8 cert clientname=DN\n',
      errors: [
        {
          messageId: 'wholeName',
          line: 1,
          text: 'clientname=DN',
          message:
            'clientname=DN compares the whole name. Roles must be named like CN=alice,O=Example. Add map=…, or leave clientname out.',
        },
      ],
    },
    {
      hba: 'hostssl all all 10.0.0.0/8 scram-sha-256 clientcert=verify-full clientname=DN\n',
      postgres: 14,
      errors: [{ messageId: 'wholeName', line: 1, column: 65 }],
    },
    {
      hba: 'hostssl all a,b 10.0.0.0/8 cert\nhostssl all all 10.0.0.0/8 cert\n',
      options: { requireMap: true },
      errors: [
        { messageId: 'noMap', line: 1, text: 'cert' },
        { messageId: 'noMap', line: 2, text: 'cert' },
      ],
    },
  ],
});
