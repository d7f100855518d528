import rule from '../../../rules/conf/out-of-range.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'max_connections = 1\nport = 65535\nlog_file_mode = 0600\n',
    'work_mem = lots\nshared_buffers = 1XB\n',
    { conf: 'effective_io_concurrency = 1000\n', postgres: [13, 18] },
  ],
  invalid: [
    { conf: 'max_connections = 0\n', errors: [{ messageId: 'refused', line: 1, column: 19, endColumn: 20 }] },
    {
      conf: 'log_file_mode = 600\n',
      errors: [
        {
          messageId: 'refused',
          line: 1,
          text: '600',
          suggestions: [{ title: 'Write 0600', output: 'log_file_mode = 0600\n' }],
        },
      ],
    },
    {
      conf: 'port = 65536\nwork_mem = 1kB\n',
      errors: [
        { messageId: 'refused', line: 1, text: '65536' },
        { messageId: 'refused', line: 2, text: '1kB' },
      ],
    },
  ],
});
