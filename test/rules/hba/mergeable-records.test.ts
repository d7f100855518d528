import rule from '../../../rules/hba/mergeable-records.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'host app app 10.0.0.0/8 md5\nhost web web 10.0.0.0/8 md5\n',
    'host app app 10.0.0.0/8 md5\nhost web app 10.0.0.0/8 scram-sha-256\n',
    {
      name: 'not next to each other',
      hba: 'host app app 10.0.0.0/8 md5\nlocal all all peer\nhost web app 10.0.0.0/8 md5\n',
    },
    { name: 'keywords', hba: 'host all repl 10.0.0.0/8 md5\nhost replication repl 10.0.0.0/8 md5\n' },
    {
      name: 'a broken record between',
      hba: 'host app app 10.0.0.0/8 md5\nhost web app\nhost web app 10.0.0.0/8 md5\n',
    },
  ],
  invalid: [
    {
      name: 'columns stay, and a comment too',
      hba: 'host  app     app  10.0.0.0/8  md5\nhost  web     app  10.0.0.0/8  md5 # web\n',
      errors: [
        {
          messageId: 'merge',
          line: 2,
          column: 1,
          suggestions: [{ title: 'Write one record', output: 'host  app,web app  10.0.0.0/8  md5\n# web\n' }],
        },
      ],
    },
    {
      name: 'a record that goes on in a second line is left to a person',
      hba: 'local a x peer\nlocal b x \\\n peer\n',
      errors: [{ messageId: 'merge', line: 2, column: 1 }],
    },
    {
      hba: 'host app app 10.0.0.0/8 md5\nhost web app 10.0.0.0/8 md5\n',
      errors: [
        {
          messageId: 'merge',
          line: 2,
          column: 1,
          message: 'This record differs from line 1 in its databases only. Write one record with app,web.',
          suggestions: [{ title: 'Write one record', output: 'host app,web app 10.0.0.0/8 md5\n' }],
        },
      ],
    },
    {
      hba: 'host app alice,bob 10.0.0.0 255.0.0.0 md5\n# more\nhost app "carol" 10.0.0.0/8 md5\n',
      errors: [
        {
          messageId: 'merge',
          line: 3,
          column: 1,
          message: 'This record differs from line 1 in its users only. Write one record with alice,bob,"carol".',
          suggestions: [
            { title: 'Write one record', output: 'host app alice,bob,"carol" 10.0.0.0 255.0.0.0 md5\n# more\n' },
          ],
        },
      ],
    },
    {
      hba: 'local a x peer\nlocal b x peer\nlocal c x peer\n',
      errors: [
        {
          messageId: 'merge',
          line: 2,
          column: 1,
          suggestions: [{ title: 'Write one record', output: 'local a,b x peer\nlocal c x peer\n' }],
        },
        {
          messageId: 'merge',
          line: 3,
          column: 1,
          suggestions: [{ title: 'Write one record', output: 'local a x peer\nlocal b,c x peer\n' }],
        },
      ],
    },
  ],
});
