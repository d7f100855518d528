import rule from '../../../rules/ident/duplicate-mapping.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'm alice a\nm alice b\nm bob a\nn alice a\n',
    { name: 'letter case counts', ident: 'm Alice a\nm alice a\n' },
    { name: 'a broken line', ident: 'm alice\nm alice\n' },
    { name: 'all in quotes is a role of that name', ident: 'm alice all\nm alice "all"\n' },
  ],
  invalid: [
    {
      ident: 'm alice a\nm   alice   a\n',
      errors: [
        {
          messageId: 'duplicate',
          line: 2,
          column: 1,
          message: 'This mapping repeats line 1. Remove it.',
        },
      ],
      output: 'm alice a\n',
    },
    {
      ident: 'm "alice" a\nm bob b\nm alice "a" # kept\n',
      errors: [{ messageId: 'duplicate', line: 3, column: 1 }],
      output: 'm "alice" a\nm bob b\n# kept\n',
    },
    {
      ident: 'm /^(.*)$ \\1\nm /^(.*)$ \\1\nm /^(.*)$ \\1',
      errors: [
        { messageId: 'duplicate', line: 2, column: 1 },
        { messageId: 'duplicate', line: 3, column: 1 },
      ],
      output: 'm /^(.*)$ \\1\n',
    },
  ],
});
