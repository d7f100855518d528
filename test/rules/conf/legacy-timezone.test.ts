import rule from '../../../rules/conf/legacy-timezone.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "timezone = 'Europe/Kyiv'\n",
    "timezone = 'UTC'\nlog_timezone = 'GMT'\n",
    "timezone = 'America/New_York'\n",
    "timezone = 'PST8PDT'\n",
  ],
  invalid: [
    {
      conf: "timezone = 'US/Michigan'\n",
      errors: [
        {
          messageId: 'old',
          line: 1,
          text: "'US/Michigan'",
          message:
            'US/Michigan is an old name of America/Detroit. A server that uses the time zones of its system does not start with it on Debian 13, Ubuntu 24.04 and later, where only the package tzdata-legacy has it. Write America/Detroit.',
          suggestions: [{ title: "Set TimeZone = 'America/Detroit'", output: "timezone = 'America/Detroit'\n" }],
        },
      ],
    },
    {
      conf: "log_timezone = 'Europe/Kiev'\n",
      errors: [
        {
          messageId: 'old',
          line: 1,
          text: "'Europe/Kiev'",
          suggestions: [{ title: "Set log_timezone = 'Europe/Kyiv'", output: "log_timezone = 'Europe/Kyiv'\n" }],
        },
      ],
    },
    {
      conf: "log_timezone = 'asia/CALCUTTA'\n",
      errors: [
        {
          messageId: 'old',
          line: 1,
          text: "'asia/CALCUTTA'",
          suggestions: [{ title: "Set log_timezone = 'Asia/Kolkata'", output: "log_timezone = 'Asia/Kolkata'\n" }],
        },
      ],
    },
  ],
});
