import rule from '../../../rules/conf/debug-print.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    'debug_print_plan = off\n',
    'debug_print_parse = bogus\n',
    { conf: 'debug_print_raw_parse = on\n', postgres: 18 },
  ],
  invalid: [
    {
      conf: 'debug_print_plan = on\n',
      errors: [{ messageId: 'loud', line: 1, text: 'on' }],
      output: 'debug_print_plan = off\n',
    },
    {
      conf: 'debug_print_parse = 1\ndebug_print_rewritten = yes\n',
      errors: [
        { messageId: 'loud', line: 1, text: '1' },
        { messageId: 'loud', line: 2, text: 'yes' },
      ],
      output: 'debug_print_parse = off\ndebug_print_rewritten = off\n',
    },
    {
      conf: 'debug_pretty_print = off\n',
      errors: [{ messageId: 'flat', line: 1, text: 'off' }],
      output: 'debug_pretty_print = on\n',
    },
  ],
});
