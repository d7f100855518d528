import rule from '../../../rules/hba/no-readable-password.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const title = 'Write hostssl';

testRule(rule, {
  valid: [
    'hostssl all all 10.0.0.0/8 pam\n',
    'host all all 127.0.0.1/32 pam\nlocal all all pam\n',
    { name: 'the server never gets this password', hba: 'host all all 10.0.0.0/8 scram-sha-256\n' },
    { name: 'nobody without TLS gets this far', hba: 'hostnossl all all all reject\nhost all all 10.0.0.0/8 pam\n' },
    { hba: 'hostgssenc all all 10.0.0.0/8 pam\n' },
    { hba: 'host all all 10.0.0.0/8 pam\n', options: { methods: ['ldap'] } },
    { hba: 'host app all 10.0.0.0/8 pam\n', options: { allow: [{ database: ['app'] }] } },
  ],
  invalid: [
    {
      hba: 'host all all 10.0.0.0/8 pam # staff\n',
      errors: [
        {
          messageId: 'readable',
          line: 1,
          text: 'pam',
          message:
            'Passwords from 10.0.0.0/8 can be sent unencrypted. host allows plain TCP, and pam gives them to PAM. Write hostssl.',
          suggestions: [{ title, output: 'hostssl all all 10.0.0.0/8 pam # staff\n' }],
        },
      ],
    },
    {
      hba: 'hostnossl all all 10.0.0.0/8 ldap ldapserver=a ldapprefix=uid=\n',
      errors: [
        {
          messageId: 'readable',
          line: 1,
          column: 30,
          suggestions: [{ title, output: 'hostssl all all 10.0.0.0/8 ldap ldapserver=a ldapprefix=uid=\n' }],
        },
      ],
    },
    {
      name: 'the keyword all leaves out replication',
      hba: 'hostnossl all all all reject\nhost replication repl 10.0.0.0/8 pam\n',
      errors: [
        {
          messageId: 'readable',
          line: 2,
          text: 'pam',
          suggestions: [{ title, output: 'hostnossl all all all reject\nhostssl replication repl 10.0.0.0/8 pam\n' }],
        },
      ],
    },
  ],
});
