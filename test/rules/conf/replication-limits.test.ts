import rule from '../../../rules/conf/replication-limits.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'wal_level = logical\n',
    'wal_level = logical\nmax_replication_slots = 4\nmax_wal_senders = 4\n',
    { name: 'nobody asks for slots', conf: 'max_replication_slots = 0\nmax_wal_senders = 0\n' },
    { name: 'the value that sets no bound', conf: 'max_replication_slots = 0\nmax_slot_wal_keep_size = -1\n' },
    { name: 'a slot on the primary is none here', conf: "max_replication_slots = 0\nprimary_slot_name = 'a'\n" },
  ],
  invalid: [
    {
      // Run on 10.23, 13.23, 15.18 and 18.4: replication slots can only be used if max_replication_slots > 0.
      conf: 'wal_level = logical\nmax_replication_slots = 0\n',
      errors: [{ messageId: 'logicalSlots', line: 2, text: '0' }],
    },
    {
      conf: 'wal_level = logical\nmax_wal_senders = 0\n',
      errors: [{ messageId: 'logicalSenders', line: 2, text: '0' }],
    },
    {
      conf: 'max_replication_slots = 0\nmax_slot_wal_keep_size = 10GB\n',
      postgres: [13, 18],
      errors: [{ messageId: 'slots', line: 1, text: '0' }],
    },
    {
      conf: 'max_replication_slots = 0\nsync_replication_slots = on\n',
      postgres: [17],
      errors: [{ messageId: 'slots', line: 1, text: '0' }],
    },
  ],
});
