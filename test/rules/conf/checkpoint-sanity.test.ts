import rule from '../../../rules/conf/checkpoint-sanity.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: ['', 'checkpoint_timeout = 1min\n', 'checkpoint_timeout = 1h\n', 'max_wal_size = 4GB\nmin_wal_size = 4GB\n'],
  invalid: [
    { conf: 'checkpoint_timeout = 30\n', errors: [{ messageId: 'often', line: 1, text: '30' }] },
    { conf: 'checkpoint_timeout = 2h\n', errors: [{ messageId: 'seldom', line: 1, text: '2h' }] },
    { conf: 'checkpoint_completion_target = 0.1\n', errors: [{ messageId: 'burst', line: 1, text: '0.1' }] },
    { conf: 'checkpoint_warning = 0\n', errors: [{ messageId: 'silent', line: 1, text: '0' }] },
    { conf: 'max_wal_size = 1GB\nmin_wal_size = 2GB\n', errors: [{ messageId: 'order', line: 1, text: '1GB' }] },
  ],
});
