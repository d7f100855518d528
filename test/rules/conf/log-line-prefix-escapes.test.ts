import rule from '../../../rules/conf/log-line-prefix-escapes.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    "log_line_prefix = ''\n",
    "log_line_prefix = '%m [%p]: %-10u 100%% '\n",
    "log_line_prefix = '%m [%p]:'\n",
    { conf: "log_line_prefix = '%b %P '\n", postgres: 14 },
  ],
  invalid: [
    { conf: "log_line_prefix = '%m %Z '\n", errors: [{ messageId: 'unknown', line: 1, text: "'%m %Z '" }] },
    {
      conf: "log_line_prefix = '%m %b '\n",
      postgres: [12, 13],
      errors: [{ messageId: 'newer', line: 1, text: "'%m %b '", targets: [12] }],
    },
    {
      conf: "log_line_prefix = '%m %u'\n",
      errors: [{ messageId: 'runsOn', line: 1, text: "'%m %u'" }],
      output: "log_line_prefix = '%m %u '\n",
    },
    { conf: "log_line_prefix = '%m %'\n", errors: [{ messageId: 'trailing', line: 1, text: "'%m %'" }] },
  ],
});
