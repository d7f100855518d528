import rule from '../../../rules/hba/final-reject.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const title = 'Add host all all all reject';

testRule(rule, {
  valid: [
    'local all all peer\nhost all all all reject\n',
    { name: 'no records at all: hba/invalid-record', hba: '# none\n' },
    { name: 'a broken record', hba: 'local all all pear\n' },
    'host all all all reject # the rest\n# end\n',
  ],
  invalid: [
    {
      hba: 'local all all peer\n',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 1,
          suggestions: [{ title, output: 'local all all peer\nhost all all all reject\n' }],
        },
      ],
    },
    {
      hba: 'local all all peer\r\nhost all all 0.0.0.0/0 reject',
      errors: [
        {
          messageId: 'missing',
          line: 2,
          column: 1,
          suggestions: [
            { title, output: 'local all all peer\r\nhost all all 0.0.0.0/0 reject\r\nhost all all all reject\r\n' },
          ],
        },
      ],
    },
    {
      hba: 'host app all all reject\n',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 1,
          suggestions: [{ title, output: 'host app all all reject\nhost all all all reject\n' }],
        },
      ],
    },
  ],
});
