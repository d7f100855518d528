import rule from '../../../rules/cluster/replication-off.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: '\n', hba: 'host replication repl 10.0.0.5/32 md5\n' },
    {
      name: 'the records of the stock file',
      conf: 'max_wal_senders = 0\n',
      hba: 'local replication all peer\nhost replication all 127.0.0.1/32 md5\nhost replication all ::1/128 md5\n',
    },
    {
      name: 'a database of that name',
      conf: 'max_wal_senders = 0\n',
      hba: 'host "replication" repl 10.0.0.5/32 md5\n',
    },
    { name: 'the settings are not at hand', hba: 'host replication repl 10.0.0.5/32 md5\n' },
    { conf: 'max_wal_senders = 0\n', hba: 'host replication all all reject\n' },
  ],
  invalid: [
    {
      conf: 'max_wal_senders = 0\n',
      hba: 'host replication repl 10.0.0.5/32 md5\n',
      errors: [{ messageId: 'senders', file: 'pg_hba.conf', line: 1, column: 6 }],
    },
    {
      conf: 'wal_level = minimal\nmax_wal_senders = 0\n',
      hba: 'hostssl app,replication repl 10.0.0.5/32 md5\n',
      errors: [{ messageId: 'minimal', file: 'pg_hba.conf', line: 1, text: 'replication' }],
    },
    {
      conf: '\n',
      files: { 'postgresql.auto.conf': "max_wal_senders = '0'\n" },
      hba: 'host replication repl standby.example.com md5\n',
      errors: [{ messageId: 'senders', file: 'pg_hba.conf', line: 1, text: 'replication' }],
    },
  ],
});
