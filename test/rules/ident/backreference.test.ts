import rule from '../../../rules/ident/backreference.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'm /^(.*)@example\\.com$ \\1\n',
    'm /^x$ app\n',
    'm alice alice\n',
    { name: 'a role that is an expression of its own', ident: 'm alice "/^(a)\\1$"\n' },
  ],
  invalid: [
    {
      ident: 'm /^.*@example\\.com$ \\1\n',
      errors: [
        {
          messageId: 'noGroup',
          line: 1,
          column: 22,
          endColumn: 24,
          message:
            '\\1 stands for the first group in parentheses of the system user, but /^.*@example\\.com$ has none: every login by this mapping fails. Put the part to take over in parentheses.',
        },
      ],
    },
    { ident: 'm alice \\1\n', errors: [{ messageId: 'noRegex', line: 1, text: '\\1' }] },
    {
      name: 'parentheses that are no group that counts',
      ident: 'm "/^(?:a|b)\\(.[(]$" x\\1\n',
      errors: [{ messageId: 'noGroup', line: 1, text: 'x\\1' }],
    },
  ],
});
