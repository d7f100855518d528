import rule from '../../../rules/conf/autovacuum.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: ['', 'autovacuum = on\n', 'autovacuum = off\nautovacuum = yes\n'],
  invalid: [
    { conf: 'autovacuum = off\n', errors: [{ messageId: 'off', line: 1, text: 'off' }], output: 'autovacuum = on\n' },
    {
      conf: 'track_counts = 0\n',
      errors: [{ messageId: 'counts', line: 1, text: '0' }],
      output: 'track_counts = on\n',
    },
    {
      conf: 'autovacuum = no\ntrack_counts = no\n',
      errors: [
        { messageId: 'off', line: 1, text: 'no' },
        { messageId: 'counts', line: 2, text: 'no' },
      ],
      output: 'autovacuum = on\ntrack_counts = on\n',
    },
  ],
});
