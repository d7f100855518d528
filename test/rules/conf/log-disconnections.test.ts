import rule from '../../../rules/conf/log-disconnections.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'log_disconnections = on\n',
    'log_disconnections = off\nLOG_DISCONNECTIONS = true\n',
    { files: { 'conf.d/a.conf': 'port = 1\n' } },
    {
      name: 'a template with so many errors that no server reads it to its end',
      conf: `${'work_mem = {{ size }}\n'.repeat(100)}log_disconnections = on\n`,
    },
  ],
  invalid: [
    {
      conf: 'log_disconnections = off\n',
      errors: [{ messageId: 'set', line: 1, column: 22, endColumn: 25 }],
      output: 'log_disconnections = on\n',
    },
    {
      conf: '',
      errors: [{ messageId: 'default', line: 1, column: 1, endColumn: 1 }],
      output: 'log_disconnections = on\n',
    },
    {
      name: 'the snippet that wins is mended',
      conf: "log_disconnections = on\ninclude 'a.conf'\n",
      files: { 'a.conf': 'log_disconnections = 0\n' },
      errors: [{ messageId: 'set', file: 'a.conf', line: 1, text: '0' }],
      output: { 'a.conf': 'log_disconnections = on\n' },
    },
  ],
});
