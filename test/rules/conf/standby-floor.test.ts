import rule from '../../../rules/conf/standby-floor.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'max_connections = 10\n',
    { conf: 'max_connections = 300\n', options: { primary: { max_connections: 300 } } },
    { conf: 'max_connections = 400\n', options: { primary: { max_connections: 300, max_wal_senders: 10 } } },
  ],
  invalid: [
    {
      conf: 'max_connections = 200 # small\n',
      options: { primary: { max_connections: 300 } },
      errors: [{ messageId: 'set', line: 1, text: '200' }],
      output: 'max_connections = 300 # small\n',
    },
    {
      conf: '#max_locks_per_transaction = 64\n',
      options: { primary: { max_locks_per_transaction: 128 } },
      errors: [{ messageId: 'default', line: 1, column: 1 }],
      output: '#max_locks_per_transaction = 64\nmax_locks_per_transaction = 128\n',
    },
    {
      conf: 'max_wal_senders = 5\nmax_worker_processes = 8\n',
      postgres: 13,
      options: { primary: { max_wal_senders: 10, max_worker_processes: 8 } },
      errors: [{ messageId: 'set', line: 1, text: '5' }],
      output: 'max_wal_senders = 10\nmax_worker_processes = 8\n',
    },
  ],
});
