import rule from '../../../rules/hba/samerole.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const title = 'Write sameuser (members of a role can no longer use its database)';

testRule(rule, {
  valid: [
    'host sameuser all 10.0.0.0/24 scram-sha-256\n',
    { name: 'roles are named', hba: 'host samerole alice 10.0.0.0/24 scram-sha-256\n' },
    { name: 'quoted, it is a name', hba: 'host "samerole" all 10.0.0.0/24 scram-sha-256\n' },
    { name: 'a rejection', hba: 'host samerole all 10.0.0.0/24 reject\n' },
    { hba: 'local samerole all peer\n', options: { allow: [{ type: ['local'] }] } },
  ],
  invalid: [
    {
      hba: 'host samerole all 10.0.0.0/24 scram-sha-256\n',
      errors: [
        {
          messageId: 'misread',
          line: 1,
          text: 'samerole',
          message:
            'samerole opens a database to all members of a role. Not only the role of that name gets in. Write sameuser for that.',
          suggestions: [{ title, output: 'host sameuser all 10.0.0.0/24 scram-sha-256\n' }],
        },
      ],
    },
    {
      hba: 'local samegroup all peer\n',
      errors: [
        {
          messageId: 'misread',
          line: 1,
          text: 'samegroup',
          suggestions: [{ title, output: 'local sameuser all peer\n' }],
        },
      ],
    },
    {
      hba: 'local app,samerole app,all peer # teams\n',
      errors: [
        {
          messageId: 'misread',
          line: 1,
          column: 11,
          suggestions: [{ title, output: 'local app,sameuser app,all peer # teams\n' }],
        },
      ],
    },
  ],
});
