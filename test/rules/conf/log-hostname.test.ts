import rule from '../../../rules/conf/log-hostname.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: ['', 'log_hostname = off\n', { conf: 'log_hostname = on\n', options: { want: 'on' } }],
  invalid: [
    {
      conf: 'log_hostname = on\n',
      errors: [{ messageId: 'slow', line: 1, text: 'on' }],
      output: 'log_hostname = off\n',
    },
    {
      conf: 'log_hostname = tr\n',
      errors: [{ messageId: 'slow', line: 1, text: 'tr' }],
      output: 'log_hostname = off\n',
    },
    {
      conf: '',
      options: { want: 'on' },
      errors: [{ messageId: 'missing', line: 1, column: 1 }],
      output: 'log_hostname = on\n',
    },
  ],
});
