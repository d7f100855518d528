import rule from '../../../rules/conf/log-line-prefix.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "log_line_prefix = '%m [%p] %q%u@%d/%a %h '\n",
    "log_line_prefix = '%-25t %c %10u %d %r'\n",
    "log_destination = 'csvlog'\n",
    { conf: "log_destination = 'syslog'\nlog_line_prefix = '%u %d %h'\n" },
    { conf: "log_line_prefix = '%x'\n", options: { require: ['x'] } },
  ],
  invalid: [
    {
      conf: "#log_line_prefix = '%m [%p] '\n",
      errors: [{ messageId: 'default', line: 1, column: 1, endColumn: 30 }],
      output: "#log_line_prefix = '%m [%p] '\nlog_line_prefix = '%m [%p] %q%u@%d/%a %h '\n",
    },
    {
      name: 'a percent sign before a letter is no escape',
      conf: "log_line_prefix = '%m %p %%u %d %h'\n",
      errors: [
        {
          messageId: 'set',
          line: 1,
          column: 19,
          suggestions: [
            {
              title: "Set log_line_prefix = '%m [%p] %q%u@%d/%a %h '",
              output: "log_line_prefix = '%m [%p] %q%u@%d/%a %h '\n",
            },
          ],
        },
      ],
    },
    {
      conf: "log_line_prefix = ''\n",
      options: { require: ['s', 'u'] },
      errors: [
        {
          messageId: 'set',
          line: 1,
          text: "''",
          suggestions: [
            {
              title: "Set log_line_prefix = '%m [%p] %q%u@%d/%a %h %s %c '",
              output: "log_line_prefix = '%m [%p] %q%u@%d/%a %h %s %c '\n",
            },
          ],
        },
      ],
    },
  ],
});
