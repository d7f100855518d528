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
      name: 'backslashes and quotes stay what they are',
      conf: "log_line_prefix = 'a\\\\b''%m %p %u '\n",
      errors: [
        {
          messageId: 'set',
          line: 1,
          column: 19,
          suggestions: [
            {
              title: "Set log_line_prefix = 'a\\\\b''%m %p %u %q%d %h '",
              output: "log_line_prefix = 'a\\\\b''%m %p %u %q%d %h '\n",
            },
          ],
        },
      ],
    },
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
              title: "Set log_line_prefix = '%m %p %%u %d %h %q%u '",
              output: "log_line_prefix = '%m %p %%u %d %h %q%u '\n",
            },
          ],
        },
      ],
    },
    {
      name: 'what is missing comes behind what is there',
      conf: "log_connections = 'authorization'\nlog_line_prefix = '%q%u@%d '\n",
      errors: [
        {
          messageId: 'set',
          line: 2,
          text: "'%q%u@%d '",
          message:
            "Log lines do not tell all (log_line_prefix). They do not show the time, the process and the client’s address: the prefix lacks %m, %t or %n, %p or %c and %h or %r. Write for instance log_line_prefix = '%m [%p] %q%u@%d %h '.",
          suggestions: [
            {
              title: "Set log_line_prefix = '%m [%p] %q%u@%d %h '",
              output: "log_connections = 'authorization'\nlog_line_prefix = '%m [%p] %q%u@%d %h '\n",
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
              title: "Set log_line_prefix = '%q%s %u '",
              output: "log_line_prefix = '%q%s %u '\n",
            },
          ],
        },
      ],
    },
  ],
});
