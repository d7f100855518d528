import rule from '../../../rules/conf/bool-style.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "ssl = on\nfsync = 'on'\nautovacuum = off\n",
    { name: 'an enum is no boolean', conf: 'synchronous_commit = true\n' },
    { conf: 'ssl = true\n', options: { style: 'true-false' } },
    { name: 'postgresql.auto.conf', conf: '\n', files: { 'postgresql.auto.conf': "ssl = 'true'\n" } },
  ],
  invalid: [
    {
      conf: "ssl = true # yes\nfsync = '1'\n",
      errors: [
        { messageId: 'style', line: 1, column: 7 },
        { messageId: 'style', line: 2, text: "'1'" },
      ],
      output: "ssl = on # yes\nfsync = 'on'\n",
    },
    { conf: 'ssl = ON\n', errors: [{ messageId: 'style', line: 1, text: 'ON' }], output: 'ssl = on\n' },
    {
      conf: 'ssl = f\n',
      options: { style: 'yes-no' },
      errors: [{ messageId: 'style', line: 1, text: 'f' }],
      output: 'ssl = no\n',
    },
  ],
});
