import rule from '../../../rules/ident/backreference.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { name: 'a group after one in a look ahead', ident: 'm "/^(?=(a))(.)$" \\1\n' },
    'm /^[[:alpha:]](b)$ \\1\n',
    'm /^(.*)@example\\.com$ \\1\n',
    'm /^x$ app\n',
    'm alice alice\n',
    { name: 'a role that is an expression of its own', ident: 'm alice "/^(a)\\1$"\n' },
  ],
  invalid: [
    {
      name: 'groups in a look ahead and a literal expression capture nothing',
      ident: 'm "/^(?=(a))." \\1\nm /***=(a) \\1\n',
      errors: [
        { messageId: 'noGroup', line: 1, text: '\\1' },
        { messageId: 'noGroup', line: 2, text: '\\1' },
      ],
    },
    {
      ident: 'm /^.*@example\\.com$ \\1\n',
      errors: [
        {
          messageId: 'noGroup',
          line: 1,
          column: 22,
          endColumn: 24,
          message:
            '/^.*@example\\.com$ has no group for \\1. Every login by this mapping fails. Put the part to use in parentheses.',
        },
      ],
    },
    { ident: 'm alice \\1\n', errors: [{ messageId: 'noRegex', line: 1, text: '\\1' }] },
    {
      name: 'parentheses that are no group that counts',
      ident: 'm "/^(?:a|b)\\(.[(]$" x\\1\n',
      errors: [{ messageId: 'noGroup', line: 1, text: 'x\\1' }],
    },
    {
      // get_ident_user of hba.c: the server replaces \1 alone.
      ident: 'm /^(.*)@(.*)$ \\2\nm /^(a)(b)$ x$1\n',
      errors: [
        { messageId: 'otherGroup', line: 1, text: '\\2' },
        { messageId: 'otherGroup', line: 2, text: 'x$1' },
      ],
    },
  ],
});
