import rule from '../../../rules/conf/log-parameter-leak.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    'log_statement = ddl\nlog_parameter_max_length = -1\n',
    'log_statement = all\nlog_parameter_max_length = 64\n',
    { name: 'no such parameter before 13', conf: 'log_statement = all\n', postgres: 12 },
  ],
  invalid: [
    {
      conf: 'log_statement = all\nlog_parameter_max_length = -1\n',
      errors: [{ messageId: 'set', line: 2, text: '-1' }],
      output: 'log_statement = all\nlog_parameter_max_length = 0\n',
    },
    {
      conf: 'log_min_duration_statement = 1s\n',
      errors: [{ messageId: 'default', line: 1, column: 1 }],
      output: 'log_min_duration_statement = 1s\nlog_parameter_max_length = 0\n',
    },
    {
      conf: 'log_parameter_max_length_on_error = 1kB\n',
      errors: [{ messageId: 'error', line: 1, text: '1kB' }],
      output: 'log_parameter_max_length_on_error = 0\n',
    },
  ],
});
