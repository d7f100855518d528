import rule from '../../../rules/conf/slot-sync.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const rest = "wal_level = logical\nhot_standby_feedback = on\nprimary_slot_name = 's'\n";

testRule(rule, {
  valid: [
    '',
    `sync_replication_slots = on\n${rest}primary_conninfo = 'host=p dbname=postgres'\n`,
    `sync_replication_slots = on\n${rest}primary_conninfo = 'postgres://p/postgres'\n`,
    { name: '16 has no such parameter', conf: 'sync_replication_slots = on\n', postgres: 16 },
    'sync_replication_slots = off\nwal_level = replica\n',
  ],
  invalid: [
    {
      conf: 'sync_replication_slots = on\n',
      postgres: 17,
      errors: [
        {
          messageId: 'missing',
          line: 1,
          text: 'on',
          message:
            'sync_replication_slots never synchronizes slots. It also needs wal_level = logical, hot_standby_feedback = on, primary_slot_name, dbname in primary_conninfo. After a failover, logical subscribers lose their place.',
          suggestions: [
            {
              title: 'Set wal_level = logical and hot_standby_feedback = on',
              output: 'sync_replication_slots = on\nwal_level = logical\nhot_standby_feedback = on\n',
            },
          ],
        },
      ],
    },
    {
      conf: `sync_replication_slots = on\n${rest}primary_conninfo = 'host=p'\n`,
      errors: [{ messageId: 'missing', line: 1, text: 'on' }],
    },
    {
      conf: `${rest}primary_conninfo = 'dbname=postgres'\nhot_standby_feedback = off\nsync_replication_slots = true\n`,
      errors: [
        {
          messageId: 'missing',
          line: 6,
          text: 'true',
          suggestions: [
            {
              title: 'Set hot_standby_feedback = on',
              output: `${rest}primary_conninfo = 'dbname=postgres'\nhot_standby_feedback = on\nsync_replication_slots = true\n`,
            },
          ],
        },
      ],
    },
  ],
});
