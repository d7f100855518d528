import rule from '../../../rules/conf/no-lax-compatibility.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'lo_compat_privileges = off\nstandard_conforming_strings = on\n',
    'backslash_quote = safe_encoding\n',
    { name: 'stricter than the default', conf: 'backslash_quote = off\n' },
    { name: 'off in another spelling', conf: "backslash_quote = 'false'\n" },
  ],
  invalid: [
    {
      conf: 'standard_conforming_strings = off\n',
      errors: [
        {
          messageId: 'unwanted',
          line: 1,
          text: 'off',
          message:
            'standard_conforming_strings = off keeps an old, lax behavior. It makes a backslash in an ordinary string escape the next character, so that programs that quote by the standard can be tricked (SQL injection). Remove the line (standard_conforming_strings = on), and fix what still needs it.',
          suggestions: [{ title: 'Put standard_conforming_strings back to its default, on', output: '' }],
        },
      ],
    },
    {
      conf: 'backslash_quote = on\n',
      errors: [
        {
          messageId: 'unwanted',
          line: 1,
          text: 'on',
          suggestions: [{ title: 'Put backslash_quote back to its default, safe_encoding', output: '' }],
        },
      ],
    },
    {
      conf: 'lo_compat_privileges = t\ntransform_null_equals = 1 # access\n',
      errors: [
        {
          messageId: 'unwanted',
          line: 1,
          text: 't',
          suggestions: [
            {
              title: 'Put lo_compat_privileges back to its default, off',
              output: 'transform_null_equals = 1 # access\n',
            },
          ],
        },
        {
          messageId: 'unwanted',
          line: 2,
          text: '1',
          suggestions: [
            {
              title: 'Put transform_null_equals back to its default, off',
              output: 'lo_compat_privileges = t\n# access\n',
            },
          ],
        },
      ],
    },
  ],
});
