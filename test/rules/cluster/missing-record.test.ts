import rule from '../../../rules/cluster/missing-record.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const remote = 'hostssl app app 10.0.0.0/8 cert\n';

testRule(rule, {
  valid: [
    { conf: '\n', hba: `local all all peer\n${remote}` },
    { name: 'no socket', conf: "unix_socket_directories = ''\n", hba: remote },
    { name: 'a broken record may be the one', conf: '\n', hba: `${remote}local all all\n` },
    { conf: 'max_wal_senders = 5\n', hba: `local all all peer\nhostssl replication rep 10.0.0.0/8 cert\n` },
    { conf: 'max_wal_senders = 0\n', hba: `local all all peer\n` },
    { name: 'a file by itself', hba: remote },
  ],
  invalid: [
    {
      conf: '\n',
      hba: remote,
      errors: [
        {
          messageId: 'local',
          file: 'pg_hba.conf',
          line: 1,
          column: 1,
          message:
            'No record is for the Unix-domain socket (local). psql, pg_dump and scripts that name no host are rejected, the administrator too. Add local all postgres peer, or empty unix_socket_directories.',
        },
      ],
    },
    {
      conf: '\n',
      hba: `local all all reject\n${remote}`,
      errors: [{ messageId: 'local', file: 'pg_hba.conf', line: 1, column: 1 }],
    },
    {
      conf: 'max_wal_senders = 5\n',
      hba: `local all all peer\nhost all all 192.168.7.0/24 scram-sha-256\n`,
      errors: [{ messageId: 'replication', file: 'postgresql.conf', line: 1, text: '5' }],
    },
  ],
});
