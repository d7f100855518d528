import rule from '../../../rules/conf/posix-timezone.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "timezone = 'Europe/Berlin'\n",
    "timezone = 'UTC'\n",
    "timezone = 'UTC+0'\n",
    { name: 'a number is hours east', conf: "timezone = '3'\n" },
    { name: 'known to follow POSIX', conf: "timezone = 'Etc/GMT-3'\n" },
    { name: 'an abbreviation of a place tells the direction', conf: "timezone = 'EST5EDT'\nlog_timezone = 'CET-1'\n" },
  ],
  invalid: [
    // Run on 10.23, 13.23, 15.18 and 18.4: extract(timezone from now()) is -10800.
    {
      conf: "timezone = 'UTC+3'\n",
      errors: [
        {
          messageId: 'sign',
          line: 1,
          text: "'UTC+3'",
          message:
            'UTC+3 is 3 hours west of Greenwich. It is not east: in such names a plus is west, as POSIX has it. The clock shows UTC−3. Write the name of a place such as Europe/Berlin, or Etc/GMT-3 for the other direction.',
        },
      ],
    },
    { conf: "timezone = 'GMT-2'\n", errors: [{ messageId: 'sign', line: 1, text: "'GMT-2'" }] },
    { conf: "log_timezone = 'utc8'\n", errors: [{ messageId: 'sign', line: 1, text: "'utc8'" }] },
    { conf: "log_timezone = 'UTC+5:30'\n", errors: [{ messageId: 'sign', line: 1, column: 16 }] },
    // -7200 there: without a name too, where minutes stand after the hours.
    { conf: "timezone = '+02:00'\n", errors: [{ messageId: 'sign', line: 1, text: "'+02:00'" }] },
  ],
});
