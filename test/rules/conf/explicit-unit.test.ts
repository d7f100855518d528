import rule from '../../../rules/conf/explicit-unit.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "shared_buffers = 128MB\nwork_mem = '4 MB'\nstatement_timeout = 30s\n",
    {
      name: 'switched off, and no unit at all',
      conf: 'statement_timeout = 0\nlog_min_duration_statement = -1\nport = 5433\n',
    },
    { name: 'the default', conf: 'checkpoint_timeout = 300\n' },
    { conf: 'work_mem = 8192\n', options: { allowParameters: ['work_mem'] } },
    { name: 'a refused value', conf: 'shared_buffers = 1\n' },
  ],
  invalid: [
    {
      conf: 'shared_buffers = 4096 # pages\n',
      errors: [
        {
          messageId: 'unit',
          line: 1,
          column: 18,
          message: 'shared_buffers = 4096 has no unit. It counts in pages of 8 kB, so it means 32MB. Write 32MB.',
        },
      ],
      output: 'shared_buffers = 32MB # pages\n',
    },
    {
      conf: "work_mem = '100'\nstatement_timeout = 1500\nlog_rotation_age = 90\n",
      errors: [
        { messageId: 'unit', line: 1, text: "'100'" },
        { messageId: 'unit', line: 2, text: '1500' },
        { messageId: 'unit', line: 3, text: '90' },
      ],
      output: "work_mem = '100kB'\nstatement_timeout = 1500ms\nlog_rotation_age = 90min\n",
    },
    {
      conf: '\n',
      files: { 'postgresql.auto.conf': "max_wal_size = '2048'\n" },
      errors: [{ messageId: 'unit', file: 'postgresql.auto.conf', line: 1, text: "'2048'" }],
    },
  ],
});
