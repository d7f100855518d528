import rule from '../../../rules/suppressions/require-reason.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { hba: '# pgconflint-disable-next-line hba/no-trust -- a reason\nlocal all all trust\n' },
    { hba: '# pgconflint-enable\nlocal all all trust\n' },
  ],
  invalid: [
    {
      hba: '# pgconflint-disable hba/no-trust hba/no-md5\nlocal all all trust\n',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 1,
          message:
            'This suppression has no reason. Write it after two dashes: # pgconflint-disable hba/no-trust hba/no-md5 -- the reason.',
          suggestions: [
            {
              title: 'Write a reason',
              output: '# pgconflint-disable hba/no-trust hba/no-md5 -- TODO why\nlocal all all trust\n',
            },
          ],
        },
      ],
      output: 'local all all trust\n',
    },
    {
      name: 'a day is no reason',
      hba: 'local all all trust # pgconflint-disable-line -- until 2999-01-01\n',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 21,
          suggestions: [
            {
              title: 'Write a reason',
              output: 'local all all trust # pgconflint-disable-line -- until 2999-01-01: TODO why\n',
            },
          ],
        },
      ],
      output: 'local all all trust\n',
    },
    {
      name: 'dashes are no reason',
      hba: 'local all all trust # pgconflint-disable-line --\n',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 21,
          suggestions: [
            { title: 'Write a reason', output: 'local all all trust # pgconflint-disable-line -- TODO why\n' },
          ],
        },
      ],
      output: 'local all all trust\n',
    },
  ],
});
