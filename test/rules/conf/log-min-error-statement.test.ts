import rule from '../../../rules/conf/log-min-error-statement.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const output = 'log_min_error_statement = error\n';

testRule(rule, {
  valid: [
    '',
    'log_min_error_statement = error\n',
    'log_min_error_statement = warning\n',
    'log_min_error_statement = debug\n',
  ],
  invalid: [
    { conf: 'log_min_error_statement = panic\n', errors: [{ messageId: 'set', line: 1, text: 'panic' }], output },
    { conf: 'log_min_error_statement = FATAL\n', errors: [{ messageId: 'set', line: 1, text: 'FATAL' }], output },
    { conf: "log_min_error_statement = 'log'\n", errors: [{ messageId: 'set', line: 1, text: "'log'" }], output },
  ],
});
