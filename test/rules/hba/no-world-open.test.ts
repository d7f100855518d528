import rule from '../../../rules/hba/no-world-open.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    {
      name: 'client certificates',
      hba: 'hostssl all all all cert\nhostssl replication r all cert\nhostssl all all 0.0.0.0/0 scram-sha-256 clientcert=verify-ca\n',
      options: { allowMethods: ['cert'] },
    },
    {
      name: 'replication is the business of hba/replication-network',
      hba: 'hostssl replication r all scram-sha-256\n',
    },
    'host all all 10.0.0.0/8 scram-sha-256\n',
    'host all all all reject\nhost all all 0.0.0.0/0 reject\n',
    'local all all peer\n',
    'host all all samenet scram-sha-256\n',
    { hba: 'hostssl all all all cert\n', options: { allowMethods: ['cert'] } },
    { hba: 'hostssl app app all scram-sha-256\n', options: { allow: [{ user: ['app'] }] } },
  ],
  invalid: [
    {
      hba: 'host all all 0.0.0.0/0 scram-sha-256\n',
      errors: [
        {
          messageId: 'open',
          line: 1,
          column: 14,
          endColumn: 23,
          message:
            'Clients from any IPv4 address can try to log in. They can try any role, superusers included, and only scram-sha-256 protects the data. List the networks that need access.',
        },
      ],
    },
    { hba: 'hostssl app app all cert\n', errors: [{ messageId: 'open', line: 1, text: 'all' }] },
    {
      name: 'a netmask of its own, and a prefix of 0 behind any address',
      hba: 'host a a 0.0.0.0 0.0.0.0 md5\nhost b b 10.0.0.0/0 md5\nhost c c ::/0 md5\n',
      errors: [
        { messageId: 'open', line: 1, text: '0.0.0.0 0.0.0.0' },
        { messageId: 'open', line: 2, text: '10.0.0.0/0' },
        { messageId: 'open', line: 3, text: '::/0' },
      ],
    },
  ],
});
