import rule from '../../../rules/conf/slot-retention.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const title = 'Set max_slot_wal_keep_size = 50GB';

testRule(rule, {
  valid: [
    { name: 'no sign of slots', conf: 'wal_level = replica\n' },
    'max_replication_slots = 0\n',
    'max_replication_slots = 10\nmax_slot_wal_keep_size = 20GB\n',
    { conf: 'max_replication_slots = 10\n', postgres: 12 },
  ],
  invalid: [
    {
      conf: 'max_replication_slots = 10\n',
      errors: [
        {
          messageId: 'default',
          line: 1,
          column: 1,
          suggestions: [{ title, output: 'max_replication_slots = 10\nmax_slot_wal_keep_size = 50GB\n' }],
        },
      ],
    },
    {
      conf: "primary_slot_name = 's1'\n#max_slot_wal_keep_size = -1\n",
      errors: [
        {
          messageId: 'default',
          line: 2,
          column: 1,
          suggestions: [
            {
              title,
              output: "primary_slot_name = 's1'\n#max_slot_wal_keep_size = -1\nmax_slot_wal_keep_size = 50GB\n",
            },
          ],
        },
      ],
    },
    {
      conf: 'max_replication_slots = 5\nmax_slot_wal_keep_size = -1 # all\n',
      errors: [
        {
          messageId: 'set',
          line: 2,
          text: '-1',
          suggestions: [{ title, output: 'max_replication_slots = 5\nmax_slot_wal_keep_size = 50GB # all\n' }],
        },
      ],
    },
  ],
});
