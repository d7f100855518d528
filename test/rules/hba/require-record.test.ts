import rule from '../../../rules/hba/require-record.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const message = 'End the file with host all all all reject';
const finalReject = { type: ['host'], database: ['all'], user: ['all'], address: ['all'], method: ['reject'], message };

testRule(rule, {
  valid: [
    { name: 'no policy', hba: 'local all all peer\n' },
    {
      hba: 'local all all peer\nhost all all all reject\n',
      options: { records: [{ ...finalReject, position: 'last' }] },
    },
    {
      hba: '# backup\nlocal all barman,postgres peer\n',
      options: {
        records: [
          { user: ['barman'], position: 'first', message },
          { method: ['peer'], message },
        ],
      },
    },
    { name: 'there is no file to look at', conf: 'port = 1\n', options: { records: [finalReject] } },
  ],
  invalid: [
    {
      hba: '# access\nlocal all all peer\n',
      options: { records: [{ ...finalReject, ids: ['A.3'] }] },
      errors: [
        {
          messageId: 'missing',
          line: 1,
          text: '# access',
          message: 'End the file with host all all all reject (A.3).',
        },
      ],
    },
    {
      hba: 'host all all all reject\nlocal all all peer\n',
      options: { records: [{ ...finalReject, position: 'last' }] },
      errors: [{ messageId: 'missing', line: 1, text: 'host all all all reject' }],
    },
    {
      name: 'a record that does not load is none',
      hba: 'host all all all reject x=1\nlocal all all peer\n',
      options: { records: [finalReject, { type: ['local'], position: 'first', message: 'Begin with the socket' }] },
      errors: [{ messageId: 'missing', line: 1, column: 1, message: `${message}.` }],
    },
  ],
});
