import rule from '../../../rules/conf/log-duration-flood.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    'log_min_duration_statement = 1s\n',
    'log_min_duration_statement = -1\nlog_duration = on\n',
    "shared_preload_libraries = 'auto_explain'\nauto_explain.log_min_duration = 0\nauto_explain.sample_rate = 0.01\n",
    { conf: 'log_min_duration_statement = 5\n', options: { minMilliseconds: 5 } },
  ],
  invalid: [
    { conf: 'log_min_duration_statement = 0\n', errors: [{ messageId: 'statements', line: 1, text: '0' }] },
    { conf: 'log_duration = on\nlog_statement = all\n', errors: [{ messageId: 'durations', line: 1, text: 'on' }] },
    {
      conf: "shared_preload_libraries = 'auto_explain'\nauto_explain.log_min_duration = 0\n",
      errors: [{ messageId: 'plans', line: 2, text: '0' }],
    },
  ],
});
