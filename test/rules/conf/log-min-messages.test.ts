import rule from '../../../rules/conf/log-min-messages.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const output = 'log_min_messages = warning\n';

testRule(rule, {
  valid: ['', 'log_min_messages = warning\n', 'log_min_messages = notice\n', 'log_min_messages = bogus\n'],
  invalid: [
    { conf: 'log_min_messages = panic\n', errors: [{ messageId: 'silent', line: 1, text: 'panic' }], output },
    { conf: 'log_min_messages = ERROR\n', errors: [{ messageId: 'silent', line: 1, text: 'ERROR' }], output },
    { conf: 'log_min_messages = debug5\n', errors: [{ messageId: 'loud', line: 1, text: 'debug5' }], output },
  ],
});
