import rule from '../../../rules/cluster/synchronous-replication.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const names = "synchronous_standby_names = 's1'\n";
const local = 'local all all peer\nhost all all 127.0.0.1/32 scram-sha-256\n';

testRule(rule, {
  valid: [
    { conf: names, hba: `${local}hostssl replication rep 10.0.0.0/8 cert\n` },
    { name: 'nothing waits', conf: `${names}synchronous_commit = local\n`, hba: local },
    { name: 'no names', conf: "synchronous_standby_names = ''\n", hba: local },
    { name: 'a broken record may be the one', conf: names, hba: `${local}hostssl replication rep 10.0.0.1 cert\n` },
    { name: 'records that are not known', conf: names },
  ],
  invalid: [
    {
      conf: names,
      hba: `${local}hostssl all all 10.0.0.0/8 cert\n`,
      errors: [
        {
          messageId: 'noRecord',
          file: 'postgresql.conf',
          line: 1,
          text: "'s1'",
          message:
            'Every commit waits for standbys that no record lets in. synchronous_standby_names is set, so the first commit never returns. Add a record for replication from another host, or empty synchronous_standby_names.',
        },
      ],
    },
    {
      name: 'those of the stock file are for the machine itself',
      conf: "synchronous_standby_names = '*'\n",
      hba: `${local}local replication all peer\nhost replication all 127.0.0.1/32 scram-sha-256\n`,
      errors: [{ messageId: 'noRecord', file: 'postgresql.conf', line: 1, text: "'*'" }],
    },
    {
      conf: `max_wal_senders = 0\n${names}`,
      hba: `${local}hostssl replication rep 10.0.0.0/8 cert\n`,
      errors: [{ messageId: 'noSenders', file: 'postgresql.conf', line: 2, text: "'s1'" }],
    },
  ],
});
