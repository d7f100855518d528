import rule from '../../../rules/conf/log-directory.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const collector = 'logging_collector = on\n';

testRule(rule, {
  valid: [
    { name: 'nothing writes files', conf: "log_directory = '/tmp'\n" },
    `${collector}log_directory = '/var/log/postgresql'\n`,
    `${collector}log_directory = '/tmpfiles/postgresql'\n`,
    `${collector}log_directory = 'D:/logs'\n`,
  ],
  invalid: [
    { conf: collector, errors: [{ messageId: 'inside', line: 1, column: 1 }] },
    { conf: `${collector}log_directory = ''\n`, errors: [{ messageId: 'empty', line: 2, text: "''" }] },
    {
      conf: `${collector}log_directory = '/tmp/pg'\n`,
      errors: [{ messageId: 'temporary', line: 2, text: "'/tmp/pg'" }],
    },
  ],
});
