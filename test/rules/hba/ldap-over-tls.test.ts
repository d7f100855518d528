import rule from '../../../rules/hba/ldap-over-tls.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function addTls(output: string) {
  return [{ title: 'Add ldaptls=1 (the directory must know StartTLS)', output }];
}

testRule(rule, {
  valid: [
    'hostssl all all all ldap ldapserver=ldap.example.com ldapprefix=uid= ldaptls=1\n',
    'hostssl all all all ldap ldapserver=ldap.example.com ldapscheme=ldaps ldapprefix=uid=\n',
    'hostssl all all all ldap ldapurl="ldaps://ldap.example.com/dc=example?uid?sub"\n',
    {
      name: 'a tunnel on the machine itself',
      hba: 'hostssl all all all ldap ldapserver="localhost 127.0.0.1" ldapprefix=uid=\n',
    },
    {
      hba: 'hostssl all all all ldap ldapserver=a ldapprefix=uid=\n',
      options: { allow: [{ method: ['ldap'] }] },
    },
    { name: 'a record that does not load', hba: 'hostssl all all all ldap ldapserver=a\n' },
  ],
  invalid: [
    {
      hba: 'hostssl all all all ldap ldapserver=ldap.example.com ldapprefix="uid=" # staff\n',
      errors: [
        {
          messageId: 'plain',
          line: 1,
          text: 'ldap',
          message:
            'Passwords go to ldap.example.com unencrypted. Anyone who sees the traffic can log in. Add ldaptls=1, or use ldaps.',
          suggestions: addTls(
            'hostssl all all all ldap ldapserver=ldap.example.com ldapprefix="uid=" ldaptls=1 # staff\n',
          ),
        },
      ],
    },
    {
      name: 'only 1 switches it on',
      hba: 'hostssl all all all ldap ldapserver=a ldapprefix=uid= ldaptls=true\n',
      errors: [
        {
          messageId: 'plain',
          line: 1,
          text: 'ldap',
          suggestions: addTls('hostssl all all all ldap ldapserver=a ldapprefix=uid= ldaptls=true ldaptls=1\n'),
        },
      ],
    },
    {
      name: 'one of the directories is elsewhere',
      hba: 'hostssl all all all ldap ldapserver="localhost b" ldapprefix=uid=\n',
      errors: [
        {
          messageId: 'plain',
          line: 1,
          text: 'ldap',
          suggestions: addTls('hostssl all all all ldap ldapserver="localhost b" ldapprefix=uid= ldaptls=1\n'),
        },
      ],
    },
    {
      hba: 'hostssl all all all ldap ldapurl="ldap://127.0.0.1/dc=example?uid?sub"\n',
      options: { allowLoopback: false },
      errors: [
        {
          messageId: 'plain',
          line: 1,
          text: 'ldap',
          suggestions: addTls('hostssl all all all ldap ldapurl="ldap://127.0.0.1/dc=example?uid?sub" ldaptls=1\n'),
        },
      ],
    },
  ],
});
