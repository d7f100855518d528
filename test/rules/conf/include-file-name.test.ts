import rule from '../../../rules/conf/include-file-name.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: "include_dir 'conf.d'\n", files: { 'conf.d/10-memory.conf': 'work_mem = 4MB\n' } },
    { name: 'a single include', conf: "include 'memory.conf'\n", files: { 'memory.conf': 'work_mem = 4MB\n' } },
    {
      conf: "include_dir 'conf.d'\n",
      files: { 'conf.d/memory.conf': 'work_mem = 4MB\n' },
      options: { pattern: '^[a-z]+\\.conf$' },
    },
  ],
  invalid: [
    {
      conf: "include_dir 'conf.d'\n",
      files: { 'conf.d/memory.conf': 'work_mem = 4MB\n' },
      errors: [{ messageId: 'name', file: 'conf.d/memory.conf', line: 1, column: 1 }],
    },
    {
      conf: "include_dir = 'conf.d/'\n",
      files: { 'conf.d/1-memory.conf': '# memory' },
      errors: [{ messageId: 'name', file: 'conf.d/1-memory.conf', line: 1, text: '# memory' }],
    },
    {
      conf: "include_dir 'conf.d'\n",
      files: { 'conf.d/10-memory.conf': 'work_mem = 4MB\n' },
      options: { pattern: '^[a-z]+\\.conf$' },
      errors: [
        {
          messageId: 'pattern',
          file: 'conf.d/10-memory.conf',
          line: 1,
          column: 1,
          message: 'The name 10-memory.conf does not match ^[a-z]+\\.conf$. Call it as the pattern asks.',
        },
      ],
    },
  ],
});
