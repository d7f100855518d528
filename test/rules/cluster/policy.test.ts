import rule from '../../../rules/cluster/policy.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const only = (statement: object) => ({ statements: [{ name: 'it', ...statement }] });
const noMd5 = only({ never: { method: 'md5' } });
const eveStaysOut = only({ never: { role: 'eve', database: 'app' } });

testRule(rule, {
  valid: [
    { name: 'no policy', hba: 'host all all all trust\n' },
    { hba: 'host all all all reject\nhost all all all md5\n', options: noMd5 },
    { name: 'the server refuses the file', hba: 'host all all all md5\nhost all\n', options: noMd5 },
    { hba: 'host app +ops all md5\n', options: { ...eveStaysOut, known: { members: { eve: [] } } } },
    { name: 'no connection comes over TLS', conf: 'ssl = off\n', hba: 'hostssl all all all md5\n', options: noMd5 },
  ],
  invalid: [
    {
      hba: 'host all all 10.0.0.0/8 scram-sha-256\nhost all all 10.1.0.0/16 trust\nhost all all all md5\n',
      options: noMd5,
      errors: [{ messageId: 'violated', line: 3, text: 'host all all all md5' }],
    },
    {
      hba: 'host app +ops all md5\n',
      options: eveStaysOut,
      errors: [
        {
          messageId: 'open',
          line: 1,
          text: 'host app +ops all md5',
          message:
            'The policy “it” is not proven. By the records, eve to app from 203.0.113.7 without encryption is let in by line 1 with md5, if eve is a member of ops. To decide it: known.members tells the members of roles.',
        },
      ],
    },
    {
      name: 'something that must work, and that no record lets in',
      hba: 'host app app 10.0.0.0/8 md5\n',
      options: only({ works: { role: 'app', database: 'app', from: '11.0.0.1', transport: 'tls' } }),
      errors: [
        {
          messageId: 'violated',
          line: 1,
          column: 1,
          message:
            'The policy “it” is violated. By the records, app to app from 11.0.0.1 over TLS is rejected: no record matches. Add a record that lets it in.',
        },
      ],
    },
    {
      name: 'an expression of which nobody tells whether it matches anything',
      hba: 'host all "/^(?=b)a" all md5\n',
      options: noMd5,
      errors: [{ messageId: 'tooMuch', line: 1, column: 1 }],
    },
  ],
});
