import rule from '../../../rules/hba/no-all-all.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'hostssl app all 10.0.0.0/8 scram-sha-256\nhostssl all app 10.0.0.0/8 scram-sha-256\n',
    'hostssl all all 10.0.0.0/24 scram-sha-256\nhostssl all all 2001:db8::/64 scram-sha-256\n',
    { name: 'a rejection', hba: 'host all all 10.0.0.0/8 reject\n' },
    { name: 'the machine itself', hba: 'local all all peer\nhost all all 127.0.0.0/8 scram-sha-256\n' },
    { name: 'every address: hba/no-world-open says so', hba: 'hostssl all all 0.0.0.0/0 cert\n' },
    { name: 'quoted, all is a name', hba: 'hostssl "all" all 10.0.0.0/8 scram-sha-256\n' },
    { hba: 'hostssl all all 10.0.0.0/8 cert\n', options: { allowMethods: ['cert'] } },
    { hba: 'hostssl all all 10.0.0.0/8 gss\n', options: { allow: [{ address: ['10.0.0.0/8'] }] } },
    { hba: 'hostssl all all 10.0.0.0/8 gss\n', options: { ipv4Prefix: 8 } },
  ],
  invalid: [
    {
      hba: 'hostssl all all 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'open',
          line: 1,
          column: 13,
          text: 'all',
          message:
            'Any role can use any database from 10.0.0.0/8. Only scram-sha-256 protects them. Name databases, roles or networks.',
        },
      ],
    },
    {
      hba: 'host app,all all,app 10.0.0.0 255.255.0.0 md5\nhost all all fd00::/8 md5\nhost all all .example.com md5\n',
      errors: [
        { messageId: 'open', line: 1, column: 14 },
        { messageId: 'open', line: 2, column: 10 },
        { messageId: 'open', line: 3, column: 10 },
      ],
    },
    {
      hba: 'hostssl all all 10.0.0.0/31 gss\nhostssl all all 10.0.0.1/32 gss\n',
      options: { ipv4Prefix: 32 },
      errors: [{ messageId: 'open', line: 1, text: 'all' }],
    },
  ],
});
