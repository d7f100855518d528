import rule from '../../../rules/hba/prefer-client-certificate.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function add(option: string, output: string) {
  return [{ title: `Add ${option} (clients without a certificate are refused)`, output }];
}

testRule(rule, {
  valid: [
    'hostssl replication repl 10.0.0.0/28 scram-sha-256 clientcert=verify-full\n',
    'hostssl replication repl 10.0.0.0/28 cert\n',
    { name: 'neither replication nor a superuser', hba: 'hostssl app app 10.0.0.0/28 scram-sha-256\n' },
    { name: 'the machine itself', hba: 'hostssl all postgres 127.0.0.1/32 scram-sha-256\n' },
    { name: 'no record for TLS: another rule asks for that', hba: 'host all postgres 10.0.0.0/28 scram-sha-256\n' },
    { name: 'there was one kind of check before 12', hba: 'hostssl all postgres all md5 clientcert=1\n', postgres: 11 },
    {
      hba: 'hostssl all postgres all scram-sha-256 clientcert=verify-ca\n',
      options: { mode: 'verify-ca' },
    },
  ],
  invalid: [
    {
      hba: 'hostssl replication repl 10.0.0.0/28 scram-sha-256 # standby\n',
      errors: [
        {
          messageId: 'none',
          line: 1,
          text: 'scram-sha-256',
          message: 'A password is enough to log in from other hosts. This holds for repl. Add clientcert=verify-full.',
          suggestions: add(
            'clientcert=verify-full',
            'hostssl replication repl 10.0.0.0/28 scram-sha-256 clientcert=verify-full # standby\n',
          ),
        },
      ],
    },
    {
      hba: 'hostssl all admin 10.0.0.0/28 scram-sha-256 clientcert=verify-ca\n',
      options: { roles: ['admin'] },
      errors: [{ messageId: 'signed', line: 1, text: 'scram-sha-256' }],
    },
    {
      hba: 'hostssl app app 10.0.0.0/28 md5\n',
      options: { everyone: true },
      postgres: 11,
      errors: [
        {
          messageId: 'none',
          line: 1,
          column: 29,
          suggestions: add('clientcert=1', 'hostssl app app 10.0.0.0/28 md5 clientcert=1\n'),
        },
      ],
    },
  ],
});
