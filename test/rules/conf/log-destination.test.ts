import rule from '../../../rules/conf/log-destination.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    "log_destination = 'stderr, csvlog'\n",
    { conf: "log_destination = 'SYSLOG'\n", options: { require: ['syslog'] } },
    { name: 'a refused value is not judged', conf: "log_destination = 'file'\n", options: { require: ['syslog'] } },
  ],
  invalid: [
    {
      conf: "log_destination = ''\n",
      errors: [
        {
          messageId: 'empty',
          line: 1,
          text: "''",
          suggestions: [{ title: 'Set log_destination = stderr', output: 'log_destination = stderr\n' }],
        },
      ],
    },
    {
      conf: 'log_destination = csvlog\n',
      options: { require: ['syslog'] },
      errors: [
        {
          messageId: 'missing',
          line: 1,
          text: 'csvlog',
          suggestions: [
            { title: "Set log_destination = 'csvlog, syslog'", output: "log_destination = 'csvlog, syslog'\n" },
          ],
        },
      ],
    },
    {
      conf: '',
      options: { require: ['syslog'] },
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 1,
          suggestions: [
            { title: "Set log_destination = 'stderr, syslog'", output: "log_destination = 'stderr, syslog'\n" },
          ],
        },
      ],
    },
  ],
});
