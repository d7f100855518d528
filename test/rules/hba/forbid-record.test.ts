import rule from '../../../rules/hba/forbid-record.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const message = 'Applications come through the pooler';

testRule(rule, {
  valid: [
    { name: 'no policy', hba: 'host all all all trust\n' },
    {
      hba: 'host app app 10.0.0.0/8 scram-sha-256\n',
      options: { records: [{ database: ['app'], method: ['md5'], message }] },
    },
    {
      name: 'a quoted keyword is a name',
      hba: 'host "all" app 10.0.0.0/8 gss\n',
      options: { records: [{ database: ['all'], message }] },
    },
    {
      name: 'a broken expression fits nothing',
      hba: 'local all all peer\n',
      options: { records: [{ user: ['/(/'], message }] },
    },
    { name: 'a record that does not load', hba: 'host all all all trust x=1\n', options: { records: [{ message }] } },
  ],
  invalid: [
    {
      hba: 'host app,web app 10.0.0.0/8 scram-sha-256 # ops\nhostssl app all all cert\n',
      options: { records: [{ database: ['web'], remote: true, plain: true, message, ids: ['OPS-12', '3.1'] }] },
      errors: [
        {
          messageId: 'forbidden',
          line: 1,
          text: 'host app,web app 10.0.0.0/8 scram-sha-256',
          message: 'Applications come through the pooler (OPS-12, 3.1).',
        },
      ],
    },
    {
      hba: 'host all app_one 10.0.0.0/8 gss\nhost all my_app_one 10.0.0.0/8 gss\nhost all "+staff" all gss\n',
      options: { records: [{ user: ['/^app_/', '"+staff"'], message }] },
      errors: [
        { messageId: 'forbidden', line: 1, column: 1, message: `${message}.` },
        { messageId: 'forbidden', line: 3, column: 1, message: `${message}.` },
      ],
    },
    {
      hba: 'hostssl all all all scram-sha-256 clientcert=verify-ca\nlocal all all peer map=m\n',
      options: {
        records: [
          { option: ['clientcert=verify-ca'], message },
          { type: ['local'], option: ['map'], message },
        ],
      },
      errors: [
        { messageId: 'forbidden', line: 1, column: 1 },
        { messageId: 'forbidden', line: 2, column: 1 },
      ],
    },
  ],
});
