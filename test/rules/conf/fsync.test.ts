import rule from '../../../rules/conf/fsync.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: ['', 'fsync = on\n', 'fsync = off\nfsync = on\n'],
  invalid: [
    { conf: 'fsync = off\n', errors: [{ messageId: 'set', line: 1, text: 'off' }], output: 'fsync = on\n' },
    {
      conf: "fsync = 'fal' # fast\n",
      errors: [{ messageId: 'set', line: 1, text: "'fal'" }],
      output: 'fsync = on # fast\n',
    },
    {
      conf: "include 'fast.conf'\n",
      files: { 'fast.conf': 'fsync 0\n' },
      errors: [{ messageId: 'set', file: 'fast.conf', line: 1, text: '0' }],
      output: { 'fast.conf': 'fsync on\n' },
    },
  ],
});
