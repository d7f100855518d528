import rule from '../../../rules/ident/unanchored-regex.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'm "/(^alice|^bob)$" ops\n',
    { name: 'a dot in brackets is a dot', ident: 'm /^(.*[@a.b])$ \\1\n' },
    'm /^(.*)@example\\.com$ \\1\n',
    'm alice.smith@example.com alice\n',
    { name: 'open on purpose', ident: 'm /^ops_.*$ ops\n' },
    'm "/^(alice|bob)$" ops\n',
  ],
  invalid: [
    {
      name: 'what is after the dollar sign belongs to the expression',
      ident: 'm /^nobody$/ postgres\nm /^(ops|dba)$/i bob\n',
      errors: [
        {
          messageId: 'slash',
          line: 1,
          text: '/^nobody$/',
          message:
            '/^nobody$/ matches no system user. Nothing can come after the $, not even a slash. Write /^nobody$.',
          suggestions: [{ title: 'Write /^nobody$', output: 'm /^nobody$ postgres\nm /^(ops|dba)$/i bob\n' }],
        },
        {
          messageId: 'slash',
          line: 2,
          text: '/^(ops|dba)$/i',
          suggestions: [{ title: 'Write /^(ops|dba)$', output: 'm /^nobody$/ postgres\nm /^(ops|dba)$ bob\n' }],
        },
      ],
    },
    {
      ident: 'm /ops ops\n',
      errors: [
        {
          messageId: 'open',
          line: 1,
          column: 3,
          endColumn: 7,
          message:
            '/ops also matches parts of names. A match anywhere in the name is enough for map m. Tie it to both ends with ^ and $.',
        },
      ],
    },
    {
      ident: 'm /^(.*)@example.com$ \\1\n',
      errors: [
        {
          messageId: 'dot',
          line: 1,
          column: 3,
          suggestions: [{ title: 'Write @example\\.com', output: 'm /^(.*)@example\\.com$ \\1\n' }],
        },
      ],
    },
    {
      ident: 'm "/^(.*)@example.com" \\1\n',
      errors: [
        { messageId: 'open', line: 1, text: '"/^(.*)@example.com"' },
        {
          messageId: 'dot',
          line: 1,
          text: '"/^(.*)@example.com"',
          suggestions: [{ title: 'Write @example\\.com', output: 'm "/^(.*)@example\\.com" \\1\n' }],
        },
      ],
    },
  ],
});
