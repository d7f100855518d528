import rule from '../../../rules/conf/log-operational-events.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const quiet = 'log_lock_waits = on\nlog_temp_files = 1MB\n';

testRule(rule, {
  valid: [
    quiet,
    { conf: '', options: { require: [] } },
    { name: 'a file that is no main file says nothing of defaults', files: { 'conf.d/a.conf': 'port = 1\n' } },
  ],
  invalid: [
    {
      conf: `${quiet}log_checkpoints = off\n`,
      errors: [{ messageId: 'set', line: 3, text: 'off' }],
      output: `${quiet}log_checkpoints = on\n`,
    },
    {
      conf: `${quiet}`,
      postgres: 14,
      options: { require: ['log_checkpoints'] },
      errors: [{ messageId: 'default', line: 1, column: 1 }],
      output: `${quiet}log_checkpoints = on\n`,
    },
    {
      conf: 'log_temp_files = -1\n',
      options: { require: ['log_temp_files'] },
      errors: [{ messageId: 'set', line: 1, text: '-1' }],
      output: 'log_temp_files = 10MB\n',
    },
  ],
});
