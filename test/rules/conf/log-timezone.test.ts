import rule from '../../../rules/conf/log-timezone.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    "log_timezone = 'UTC'\n",
    "log_timezone = 'gmt'\n",
    { conf: "log_timezone = 'Asia/Tokyo'\n", options: { zones: ['asia/tokyo'] } },
  ],
  invalid: [
    {
      conf: "log_timezone = 'Europe/Berlin'\n",
      errors: [{ messageId: 'set', line: 1, text: "'Europe/Berlin'" }],
      output: "log_timezone = 'UTC'\n",
    },
    {
      conf: 'log_timezone = Japan # office\n',
      errors: [{ messageId: 'set', line: 1, text: 'Japan' }],
      output: "log_timezone = 'UTC' # office\n",
    },
    {
      conf: "log_timezone = 'UTC'\n",
      options: { zones: ['GMT'] },
      errors: [{ messageId: 'set', line: 1, text: "'UTC'" }],
      output: "log_timezone = 'GMT'\n",
    },
  ],
});
