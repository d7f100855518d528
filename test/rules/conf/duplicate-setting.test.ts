import rule from '../../../rules/conf/duplicate-setting.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    {
      name: 'ALTER SYSTEM, when it is not asked for',
      conf: 'work_mem = 64MB\n',
      files: { 'postgresql.auto.conf': "work_mem = '4MB'\n" },
    },
    {
      name: 'ALTER SYSTEM has set the same value',
      conf: 'work_mem = 64MB\n',
      files: { 'postgresql.auto.conf': "work_mem = '64MB'\n" },
      options: { alterSystem: true },
    },
    'work_mem = 4MB\nmaintenance_work_mem = 4MB\n',
    { conf: "work_mem = 4MB\ninclude 'a.conf'\n", files: { 'a.conf': 'work_mem = 8MB\n' } },
    { conf: 'work_mem = 4MB\n', files: { 'postgresql.auto.conf': "work_mem = '8MB'\n" } },
  ],
  invalid: [
    {
      conf: 'work_mem = 4MB  # small\nport = 1\nwork_mem = 8MB\n',
      errors: [{ messageId: 'other', line: 1, column: 1, endColumn: 9 }],
      output: '# small\nport = 1\nwork_mem = 8MB\n',
    },
    {
      name: 'another letter case, and an older name of the same parameter',
      conf: 'Work_Mem = 4MB\nsort_mem = 4MB\nwork_mem = 4MB\n',
      errors: [
        { messageId: 'same', line: 1, text: 'Work_Mem' },
        { messageId: 'same', line: 2, text: 'sort_mem' },
      ],
      output: 'work_mem = 4MB\n',
    },
    {
      conf: "work_mem = 4MB\ninclude 'a.conf'\n",
      files: { 'a.conf': 'work_mem = 8MB\n' },
      options: { acrossFiles: true },
      errors: [{ messageId: 'elsewhere', line: 1, text: 'work_mem' }],
      output: "include 'a.conf'\n",
    },
    {
      conf: 'work_mem = 4MB\n',
      files: { 'postgresql.auto.conf': "work_mem = '8MB'\n" },
      options: { acrossFiles: true },
      errors: [
        {
          messageId: 'auto',
          line: 1,
          text: 'work_mem',
          message:
            'ALTER SYSTEM has set work_mem in postgresql.auto.conf. There it is 8MB, which is in force; this line does nothing. Remove it, or run ALTER SYSTEM RESET work_mem.',
        },
      ],
      output: { 'postgresql.conf': '' },
    },
    {
      conf: 'port = 5432\nwork_mem = 64MB\n',
      files: { 'postgresql.auto.conf': "work_mem = '4MB'\n" },
      options: { alterSystem: true },
      errors: [{ messageId: 'auto', line: 2, text: 'work_mem' }],
      output: 'port = 5432\n',
    },
  ],
});
