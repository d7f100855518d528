import rule from '../../../rules/conf/log-error-verbosity.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    'log_error_verbosity = verbose\n',
    { conf: "log_error_verbosity = 'VERBOSE'\n", options: { min: 'verbose' } },
  ],
  invalid: [
    {
      conf: 'log_error_verbosity = terse\n',
      errors: [{ messageId: 'set', line: 1, text: 'terse' }],
      output: 'log_error_verbosity = default\n',
    },
    {
      conf: 'log_error_verbosity = terse # short\n',
      options: { min: 'verbose' },
      errors: [{ messageId: 'set', line: 1, text: 'terse' }],
      output: 'log_error_verbosity = verbose # short\n',
    },
    {
      conf: '',
      options: { min: 'verbose' },
      errors: [{ messageId: 'default', line: 1, column: 1 }],
      output: 'log_error_verbosity = verbose\n',
    },
  ],
});
