import rule from '../../../rules/conf/client-min-messages.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const suggestions = [{ title: 'Set client_min_messages = error', output: 'client_min_messages = error\n' }];

testRule(rule, {
  valid: [
    'client_min_messages = error\n',
    'client_min_messages = ERROR\n',
    { conf: 'client_min_messages = panic\n', postgres: 11 },
  ],
  invalid: [
    { conf: 'client_min_messages = notice\n', errors: [{ messageId: 'set', line: 1, text: 'notice', suggestions }] },
    {
      conf: "client_min_messages = 'warning'\n",
      errors: [{ messageId: 'set', line: 1, text: "'warning'", suggestions }],
    },
    { conf: '', errors: [{ messageId: 'default', line: 1, column: 1, suggestions }] },
  ],
});
