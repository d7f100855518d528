import rule from '../../../rules/hba/approved-methods.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const options = { methods: ['scram-sha-256', 'peer', 'gss', 'reject'] };

testRule(rule, {
  valid: [
    {
      name: 'a record that never decides',
      hba: 'host all all all gss\nhost all all all ident\n',
      options: { methods: ['gss'] },
    },
    { name: 'no policy', hba: 'host all all all pam\n' },
    { hba: 'hostssl all all 10.0.0.0/24 scram-sha-256\nlocal all all peer\nhost all all all reject\n', options },
    { name: 'ident on the socket is peer', hba: 'local all all ident\n', options },
    { hba: 'host all all 10.0.0.0/24 pam\n', options: { methods: ['pam'] } },
    { hba: 'local all all trust\n', options: { ...options, allow: [{ type: ['local'] }] } },
    { name: 'a record that does not load', hba: 'host all all 10.0.0.0/24 pam unknown=1\n', options },
  ],
  invalid: [
    {
      hba: 'host all all 10.0.0.0/24 pam\n',
      options,
      errors: [
        {
          messageId: 'notApproved',
          line: 1,
          text: 'pam',
          message:
            'The method pam is not approved here. Use one of scram-sha-256, peer, gss, reject, or allow the record with a reason.',
        },
      ],
    },
    {
      hba: 'local all all peer\nhostssl all all all cert\n',
      options: { methods: ['cert', 'gss'] },
      errors: [{ messageId: 'notApproved', line: 1, text: 'peer' }],
    },
    {
      hba: 'host all all 10.0.0.0/8 ident\nhost all all all "md5"\n',
      options,
      errors: [
        { messageId: 'notApproved', line: 1, text: 'ident' },
        { messageId: 'notApproved', line: 2, text: '"md5"' },
      ],
    },
  ],
});
