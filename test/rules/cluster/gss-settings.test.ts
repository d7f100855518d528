import rule from '../../../rules/cluster/gss-settings.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: "krb_server_keyfile = '/etc/postgresql/krb5.keytab'\n", hba: 'host all all all gss\n' },
    { name: 'the default of the build', conf: '\n', hba: 'host all all all gss\n' },
    {
      name: 'no record uses Kerberos',
      conf: "krb_server_keyfile = ''\nkrb_caseins_users = on\n",
      hba: 'local all all peer\n',
    },
  ],
  invalid: [
    {
      conf: "krb_server_keyfile = ''\n",
      hba: 'local all all peer\nhost all all all gss\n',
      errors: [
        {
          messageId: 'keytab',
          line: 1,
          column: 22,
          message:
            'krb_server_keyfile is empty. Line 2 of pg_hba.conf (gss) uses the default, usually root’s. Name the server’s keytab.',
        },
      ],
    },
    {
      conf: 'krb_caseins_users = on\n',
      hba: 'host all all all gss include_realm=1\n',
      errors: [{ messageId: 'letterCase', line: 1, text: 'on' }],
    },
    {
      conf: "krb_server_keyfile = ''\nkrb_caseins_users = true\n",
      hba: 'hostgssenc all all all gss\n',
      errors: [
        { messageId: 'keytab', line: 1, text: "''" },
        { messageId: 'letterCase', line: 2, text: 'true' },
      ],
    },
  ],
});
