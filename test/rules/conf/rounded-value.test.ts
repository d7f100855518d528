import rule from '../../../rules/conf/rounded-value.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'shared_buffers = 128MB\nwork_mem = 4096\n',
    "work_mem = '1.5GB'\n",
    { name: 'parameters that keep fractions', conf: 'autovacuum_vacuum_cost_delay = 2.5ms\n' },
    { name: 'octal', conf: 'log_file_mode = 0600\n' },
  ],
  invalid: [
    {
      conf: 'shared_buffers = 1001kB\n',
      errors: [
        {
          messageId: 'rounded',
          line: 1,
          column: 18,
          message: 'shared_buffers = 1001kB is rounded to 1000 kB. It counts in whole numbers of 8 kB. Write 1000 kB.',
          suggestions: [{ title: 'Write 1000kB', output: "shared_buffers = '1000kB'\n" }],
        },
      ],
    },
    { conf: 'log_rotation_age = 20s\n', errors: [{ messageId: 'zero', line: 1, text: '20s' }] },
    {
      conf: "checkpoint_timeout = '90.4s'\n",
      errors: [
        {
          messageId: 'rounded',
          line: 1,
          text: "'90.4s'",
          suggestions: [{ title: 'Write 90s', output: "checkpoint_timeout = '90s'\n" }],
        },
      ],
    },
  ],
});
