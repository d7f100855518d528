import rule from '../../../rules/conf/checkpoint-sanity.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: ['', 'checkpoint_timeout = 1min\n', 'checkpoint_timeout = 1h\n', 'max_wal_size = 4GB\nmin_wal_size = 4GB\n'],
  invalid: [
    {
      conf: 'checkpoint_timeout = 30\n',
      errors: [
        {
          messageId: 'often',
          line: 1,
          text: '30',
          suggestions: [{ title: 'Set checkpoint_timeout = 5min', output: 'checkpoint_timeout = 5min\n' }],
        },
      ],
    },
    {
      conf: 'checkpoint_timeout = 2h\n',
      errors: [
        {
          messageId: 'seldom',
          line: 1,
          text: '2h',
          suggestions: [{ title: 'Set checkpoint_timeout = 30min', output: 'checkpoint_timeout = 30min\n' }],
        },
      ],
    },
    {
      conf: 'checkpoint_completion_target = 0.1\n',
      errors: [
        {
          messageId: 'burst',
          line: 1,
          text: '0.1',
          suggestions: [
            { title: 'Set checkpoint_completion_target = 0.9', output: 'checkpoint_completion_target = 0.9\n' },
          ],
        },
      ],
    },
    {
      conf: 'checkpoint_warning = 0\n',
      errors: [
        {
          messageId: 'silent',
          line: 1,
          text: '0',
          suggestions: [{ title: 'Set checkpoint_warning = 30s', output: 'checkpoint_warning = 30s\n' }],
        },
      ],
    },
    { conf: 'max_wal_size = 1GB\nmin_wal_size = 2GB\n', errors: [{ messageId: 'order', line: 1, text: '1GB' }] },
  ],
});
