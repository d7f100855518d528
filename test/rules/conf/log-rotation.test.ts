import rule from '../../../rules/conf/log-rotation.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const collector = 'logging_collector = on\n';

testRule(rule, {
  valid: [
    collector,
    `${collector}log_truncate_on_rotation = on\n`,
    { name: 'nothing writes files', conf: 'log_rotation_age = 0\nlog_rotation_size = 0\n' },
    `${collector}log_filename = 'postgresql-%a.log'\nlog_truncate_on_rotation = on\nlog_rotation_size = 0\n`,
    `${collector}log_destination = 'syslog'\nlog_filename = 'x'\n`,
    `${collector}log_filename = 'postgresql-%Y%m%d.log'\n`,
  ],
  invalid: [
    {
      conf: `${collector}log_rotation_age = 0\nlog_rotation_size = 0\n`,
      errors: [{ messageId: 'never', line: 2, text: '0' }],
    },
    {
      conf: `${collector}log_filename = '100%%.log'\n`,
      errors: [{ messageId: 'sameName', line: 2, text: "'100%%.log'" }],
    },
    {
      conf: `${collector}log_filename = 'postgresql-%a.log'\nlog_rotation_size = 0\n`,
      errors: [{ messageId: 'appends', line: 1, column: 1 }],
    },
    {
      conf: `${collector}log_filename = 'postgresql-%Y-%m-%d.log'\nlog_rotation_size = 10MB\n`,
      errors: [{ messageId: 'sizeLoses', line: 3, text: '10MB' }],
    },
  ],
});
