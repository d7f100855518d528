import rule from '../../../rules/ident/keyword-as-name.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'm alice all\nm bob +staff\nm carol "Carol"\n',
    { name: 'there were no keywords before 16', ident: 'm alice ALL\nm bob "all"\n', postgres: 15 },
    { name: 'system users are names', ident: 'm ALL app\nm "+x" app\n' },
    { ident: 'm alice "all"\n', options: { names: ['all'] } },
  ],
  invalid: [
    {
      ident: 'm alice "all" # any\n',
      errors: [
        {
          messageId: 'quoted',
          line: 1,
          text: '"all"',
          message: '"all" in quotes is a name, not a keyword. It is a role, not every role. Remove the quotes.',
          suggestions: [{ title: 'Write all', output: 'm alice all # any\n' }],
        },
      ],
    },
    {
      ident: 'm alice ALL\n',
      errors: [
        {
          messageId: 'letterCase',
          line: 1,
          column: 9,
          suggestions: [{ title: 'Write all', output: 'm alice all\n' }],
        },
      ],
    },
    {
      ident: 'm /^(.*)@x$ "+staff"\n',
      errors: [
        {
          messageId: 'quoted',
          line: 1,
          text: '"+staff"',
          suggestions: [{ title: 'Write +staff', output: 'm /^(.*)@x$ +staff\n' }],
        },
      ],
    },
  ],
});
