import rule from '../../../rules/conf/log-replication-commands.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const hba = 'hostssl replication repl 10.0.0.11/32 scram-sha-256\n';

testRule(rule, {
  valid: [
    '',
    { conf: '', hba: 'host all all 10.0.0.0/8 scram-sha-256\n' },
    { conf: '', hba: 'host "replication" repl 10.0.0.0/8 scram-sha-256\nhost replication all all reject\n' },
    { conf: 'log_replication_commands = on\n', hba },
    { conf: 'max_wal_senders = 0\n', hba },
  ],
  invalid: [
    {
      conf: 'log_replication_commands = off\n',
      hba,
      errors: [{ messageId: 'set', line: 1, text: 'off', file: 'postgresql.conf' }],
      output: { 'postgresql.conf': 'log_replication_commands = on\n' },
    },
    {
      conf: '',
      hba,
      errors: [{ messageId: 'default', line: 1, column: 1, file: 'postgresql.conf' }],
      output: { 'postgresql.conf': 'log_replication_commands = on\n' },
    },
    {
      conf: '',
      hba: 'local replication all peer\n',
      errors: [{ messageId: 'default', line: 1, column: 1, file: 'postgresql.conf' }],
      output: { 'postgresql.conf': 'log_replication_commands = on\n' },
    },
  ],
});
