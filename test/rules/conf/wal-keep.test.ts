import rule from '../../../rules/conf/wal-keep.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    'wal_keep_size = 1GB\nmax_slot_wal_keep_size = 20GB\n',
    'wal_keep_size = 1GB\n',
    "primary_conninfo = 'host=p'\nprimary_slot_name = 's'\n",
    "primary_conninfo = 'host=p'\nrestore_command = 'cp /a/%f %p'\n",
    { conf: "primary_conninfo = 'host=p'\n", postgres: 12 },
  ],
  invalid: [
    {
      conf: 'wal_keep_size = 10GB\nmax_slot_wal_keep_size = 1GB\n',
      errors: [{ messageId: 'exceeds', line: 2, text: '1GB' }],
    },
    {
      conf: 'max_slot_wal_keep_size = 0\nwal_keep_size = 64\n',
      errors: [{ messageId: 'exceeds', line: 1, text: '0' }],
    },
    {
      conf: "primary_conninfo = 'host=p'\n",
      errors: [{ messageId: 'nothing', line: 1, text: "'host=p'" }],
    },
  ],
});
