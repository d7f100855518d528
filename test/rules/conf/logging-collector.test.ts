import rule from '../../../rules/conf/logging-collector.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'port = 5432\n',
    "log_destination = 'csvlog'\nlogging_collector = on\n",
    { conf: "log_destination = 'syslog'\n", options: { requireForStderr: true } },
    { conf: "log_destination = 'stderr, syslog'\n", options: { requireForStderr: true } },
  ],
  invalid: [
    {
      conf: "log_destination = 'csvlog'\nlogging_collector = off\n",
      errors: [{ messageId: 'lost', line: 2, column: 21, endColumn: 24 }],
      output: "log_destination = 'csvlog'\nlogging_collector = on\n",
    },
    {
      conf: "log_destination = 'stderr,JSONLOG'\n",
      errors: [{ messageId: 'lost', line: 1, column: 1 }],
      output: "log_destination = 'stderr,JSONLOG'\nlogging_collector = on\n",
    },
    {
      conf: '#logging_collector = off',
      options: { requireForStderr: true },
      errors: [{ messageId: 'stderr', line: 1, column: 1, endColumn: 25 }],
      output: '#logging_collector = off\nlogging_collector = on',
    },
  ],
});
