import rule from '../../../rules/conf/memory-sizes.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    'shared_buffers = 16MB\n',
    { conf: 'shared_buffers = 4GB\n', options: { ramMegabytes: 16384 } },
    'shared_buffers = 1GB\neffective_cache_size = 1GB\n',
  ],
  invalid: [
    {
      name: 'a default is shown with its unit',
      conf: 'shared_buffers = 30GB\n',
      errors: [
        {
          messageId: 'cache',
          line: 1,
          column: 1,
          message:
            'effective_cache_size is less than shared_buffers. The planner expects 4GB in memory; the server keeps 30GB. Raise it.',
        },
      ],
    },
    { conf: 'shared_buffers = 16\n', errors: [{ messageId: 'small', line: 1, text: '16' }] },
    {
      conf: 'shared_buffers = 3GB\n',
      options: { ramMegabytes: 4096 },
      errors: [{ messageId: 'large', line: 1, text: '3GB' }],
    },
    {
      conf: 'shared_buffers = 2GB\neffective_cache_size = 1GB\n',
      errors: [{ messageId: 'cache', line: 2, text: '1GB' }],
    },
    {
      conf: 'work_mem = 64MB\n',
      options: { ramMegabytes: 2048 },
      errors: [{ messageId: 'sum', line: 1, text: '64MB' }],
    },
  ],
});
