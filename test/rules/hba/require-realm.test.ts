import rule from '../../../rules/hba/require-realm.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'host all all 10.0.0.0/24 gss\n',
    'host all all 10.0.0.0/24 gss include_realm=1 map=krb\n',
    'host all all 10.0.0.0/24 gss include_realm=0 krb_realm=EXAMPLE.COM\n',
    { name: 'the last one counts', hba: 'host all all 10.0.0.0/24 gss include_realm=0 include_realm=1\n' },
    { hba: 'host all all 10.0.0.9/32 gss include_realm=0\n', options: { allow: [{ address: ['10.0.0.9/32'] }] } },
  ],
  invalid: [
    {
      hba: 'host all all 10.0.0.0/24 gss include_realm=0\n',
      errors: [
        {
          messageId: 'anyRealm',
          line: 1,
          text: 'include_realm=0',
          message:
            'include_realm=0 ignores the realm of a user. alice of any trusted realm logs in as alice. Add krb_realm=EXAMPLE.COM.',
        },
      ],
    },
    {
      name: 'everything but 1 is 0',
      hba: 'hostgssenc all all 10.0.0.0/24 gss include_realm=true map=krb\n',
      errors: [{ messageId: 'anyRealm', line: 1, text: 'include_realm=true' }],
    },
    {
      name: 'an empty realm is none',
      hba: 'host all all 10.0.0.0/24 gss krb_realm="" include_realm=0\n',
      errors: [{ messageId: 'anyRealm', line: 1, column: 43 }],
    },
  ],
});
