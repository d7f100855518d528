import rule from '../../../rules/conf/vacuum-sanity.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'autovacuum_analyze_scale_factor = 1\nautovacuum_freeze_max_age = 1000000000\n',
    '',
    'autovacuum_naptime = 10min\n',
    { conf: 'autovacuum_naptime = 1h\n', options: { maxNaptimeSeconds: 3600 } },
    { name: 'gone in 16', conf: 'vacuum_defer_cleanup_age = 5\n', postgres: 16 },
  ],
  invalid: [
    {
      conf: 'autovacuum_freeze_max_age = 2000000000\n',
      errors: [{ messageId: 'freeze', line: 1, text: '2000000000' }],
    },
    { conf: 'autovacuum_naptime = 1d\n', errors: [{ messageId: 'nap', line: 1, text: '1d' }] },
    {
      conf: 'vacuum_defer_cleanup_age = 5\n',
      postgres: 15,
      errors: [{ messageId: 'defer', line: 1, text: '5' }],
    },
    {
      conf: 'autovacuum_vacuum_scale_factor = 20\n',
      errors: [
        {
          messageId: 'share',
          line: 1,
          text: '20',
          message:
            'autovacuum_vacuum_scale_factor = 20 is not 20 percent. It is 20 times as many rows as the table has. Write 0.2.',
          suggestions: [
            { title: 'Set autovacuum_vacuum_scale_factor = 0.2', output: 'autovacuum_vacuum_scale_factor = 0.2\n' },
          ],
        },
      ],
    },
    {
      conf: 'autovacuum_freeze_max_age = 1200000000\n',
      errors: [{ messageId: 'freeze', line: 1, text: '1200000000' }],
    },
  ],
});
