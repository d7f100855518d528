import rule from '../../../rules/hba/no-secret.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const ldap = 'ldap ldapserver=a ldapbasedn="dc=example" ldaptls=1 ldapbinddn="cn=pg"';

testRule(rule, {
  valid: [
    `hostssl all all all ${ldap} ldapbindpasswd="{{ ldap_password }}"\n`,
    `hostssl all all all ${ldap} ldapbindpasswd="\${LDAP_PASSWORD}"\n`,
    'hostssl all all all radius radiusservers="10.0.0.1,10.0.0.2" radiussecrets="@ONE@,@TWO@"\n',
    { name: 'an option of no secret', hba: `hostssl all all all ${ldap} ldapprefix=secret\n` },
    { hba: `hostssl all all all ${ldap} ldapbindpasswd=XXX\n`, options: { placeholders: ['X+'] } },
    { hba: `hostssl all all all ${ldap} ldapbindpasswd=x\n`, options: { allow: [{ method: ['ldap'] }] } },
  ],
  invalid: [
    {
      hba: `hostssl all all all ${ldap} ldapbindpasswd=hunter2\n`,
      errors: [
        {
          messageId: 'secret',
          line: 1,
          text: 'ldapbindpasswd=hunter2',
          message:
            'ldapbindpasswd is stored as plain text. Anyone who reads the file logs in to the directory. Fill it in on the server only.',
        },
      ],
    },
    {
      name: 'one of two is no placeholder',
      hba: 'hostssl all all all radius radiusservers="10.0.0.1,10.0.0.2" radiussecrets="@ONE@,two"\n',
      errors: [{ messageId: 'secret', line: 1, text: 'radiussecrets="@ONE@,two"' }],
    },
    {
      name: 'a placeholder must be the whole value, and a broken expression matches nothing',
      hba: `hostssl all all all ${ldap} ldapbindpasswd="x\${A}"\n`,
      options: { placeholders: ['\\$\\{\\w+\\}', '('] },
      errors: [{ messageId: 'secret', line: 1, text: 'ldapbindpasswd="x${A}"' }],
    },
  ],
});
