import rule from '../../../rules/conf/log-connections.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'log_connections = on\n',
    { conf: 'log_connections = yes\n', postgres: [14, 18] },
    "log_connections = 'all'\n",
    "log_connections = 'receipt, AUTHORIZATION'\n",
    { conf: 'log_connections = t\n', postgres: 17 },
    { conf: 'log_connections = t\n', postgres: 18, name: 'a value that 18 refuses' },
  ],
  invalid: [
    {
      conf: 'log_connections = off\n',
      postgres: [16, 18],
      errors: [{ messageId: 'set', line: 1, column: 19, endColumn: 22 }],
      output: 'log_connections = on\n',
    },
    {
      conf: "log_connections = 'receipt'\n",
      errors: [{ messageId: 'part', line: 1, text: "'receipt'" }],
      output: "log_connections = 'receipt,authorization'\n",
    },
    {
      conf: "log_connections = ''\n",
      options: { require: ['authentication', 'setup_durations'] },
      errors: [{ messageId: 'set', line: 1, text: "''" }],
      output: "log_connections = 'authentication,setup_durations'\n",
    },
    {
      conf: '#log_connections = off\r\nport = 1\r\n',
      postgres: 15,
      errors: [{ messageId: 'default', line: 1, text: '#log_connections = off' }],
      output: '#log_connections = off\r\nlog_connections = on\r\nport = 1\r\n',
    },
  ],
});
