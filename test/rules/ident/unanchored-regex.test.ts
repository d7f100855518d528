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
      ident: 'm /ops ops\n',
      errors: [
        {
          messageId: 'open',
          line: 1,
          column: 3,
          endColumn: 7,
          message:
            '/ops need only match anywhere in the name, so other system users than the meant ones fit map m too. Tie it to both ends with ^ and $.',
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
        {
          messageId: 'dot',
          line: 1,
          text: '"/^(.*)@example.com"',
          suggestions: [{ title: 'Write @example\\.com', output: 'm "/^(.*)@example\\.com" \\1\n' }],
        },
        { messageId: 'open', line: 1, text: '"/^(.*)@example.com"' },
      ],
    },
  ],
});
