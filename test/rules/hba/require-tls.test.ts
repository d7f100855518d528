import rule from '../../../rules/hba/require-tls.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function hostssl(output: string) {
  return [{ title: 'Write hostssl', output }];
}

testRule(rule, {
  valid: [
    { name: 'a record that never decides', hba: 'host all all all reject\nhost all all 10.0.0.0/8 md5\n' },
    'hostssl all all 10.0.0.0/8 scram-sha-256\nhostgssenc all all 10.0.0.0/8 gss\n',
    'host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\nhost all all samehost md5\n',
    'local all all peer\nhost all all all reject\n',
    'hostnossl all all all reject\nhost all all 10.0.0.0/8 scram-sha-256\n',
    'hostnossl all all 0.0.0.0/0 reject\nhost all all 10.0.0.0/8 scram-sha-256\n',
    'hostnossl all all 0.0.0.0/0 reject\nhostnossl all all ::/0 reject\nhost all all all scram-sha-256\n',
    'hostnossl all all 10.0.0.0 255.0.0.0 reject\nhost app app 10.1.0.0/16 scram-sha-256\n',
    'hostnossl all all 10.0.0.0/9 reject\nhostnossl all all 10.128.0.0/9 reject\nhost app app 10.0.0.0/8 scram-sha-256\n',
    'hostnossl all,replication all 0.0.0.0/0 reject\nhost replication repl 10.0.0.0/8 scram-sha-256\n',
    'hostnogssenc app all 0.0.0.0/0 reject\nhost app app 10.0.0.0/8 gss\n',
    { hba: 'host all mon 10.0.0.9/32 md5\n', options: { allow: [{ user: ['mon'] }] } },
  ],
  invalid: [
    {
      name: 'TLS is off: hostssl alone would lock the clients out',
      conf: 'ssl = off\n',
      hba: 'host all all 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'off',
          file: 'pg_hba.conf',
          line: 1,
          text: 'host',
          message:
            'Clients from 10.0.0.0/8 connect unencrypted. ssl is off, so traffic can be read. Set ssl = on, then write hostssl.',
        },
      ],
    },
    {
      hba: 'host all all 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'host',
          line: 1,
          column: 1,
          endColumn: 5,
          suggestions: hostssl('hostssl all all 10.0.0.0/8 scram-sha-256\n'),
        },
      ],
    },
    {
      hba: 'hostnossl all all 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'hostnossl',
          line: 1,
          text: 'hostnossl',
          suggestions: hostssl('hostssl all all 10.0.0.0/8 scram-sha-256\n'),
        },
      ],
    },
    {
      hba: 'hostnogssenc all all samenet md5\n',
      errors: [
        { messageId: 'host', line: 1, text: 'hostnogssenc', suggestions: hostssl('hostssl all all samenet md5\n') },
      ],
    },
    {
      name: 'all does not reject replication',
      hba: 'hostnossl all all all reject\nhost replication repl 10.0.0.0/8 md5\n',
      errors: [
        {
          messageId: 'host',
          line: 2,
          text: 'host',
          suggestions: hostssl('hostnossl all all all reject\nhostssl replication repl 10.0.0.0/8 md5\n'),
        },
      ],
    },
    {
      name: 'a reject behind the record, or for some only, changes nothing',
      hba: 'hostnossl all app all reject\nhost all all 10.0.0.0/8 md5\nhostnossl all all all reject\n',
      errors: [
        {
          messageId: 'host',
          line: 2,
          text: 'host',
          suggestions: hostssl(
            'hostnossl all app all reject\nhostssl all all 10.0.0.0/8 md5\nhostnossl all all all reject\n',
          ),
        },
      ],
    },
  ],
});
