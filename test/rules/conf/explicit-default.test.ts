import rule from '../../../rules/conf/explicit-default.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'work_mem = 8MB\n',
    { name: 'the default of another major', conf: 'log_checkpoints = on\n', postgres: 14 },
    {
      name: 'needed against an include',
      conf: "include 'a.conf'\nport = 5432\n",
      files: { 'a.conf': 'port = 6000\n' },
    },
    { conf: 'port = 5432\n', options: { allowParameters: ['port'] } },
  ],
  invalid: [
    {
      conf: 'port = 5432\nwork_mem = 4096kB\n',
      errors: [
        { messageId: 'isDefault', line: 1, column: 1 },
        { messageId: 'isDefault', line: 2, text: 'work_mem' },
      ],
      output: '',
    },
    {
      conf: 'log_checkpoints = yes # all\n',
      errors: [
        {
          messageId: 'isDefault',
          line: 1,
          column: 1,
          message:
            'log_checkpoints = yes is the default. PostgreSQL 18 does the same without the line. Remove the line.',
        },
      ],
      output: '# all\n',
    },
    {
      conf: 'search_path = \'"$user", public\'\nWAL_Level = archive\n',
      errors: [
        { messageId: 'isDefault', line: 1, text: 'search_path' },
        { messageId: 'isDefault', line: 2, text: 'WAL_Level' },
      ],
      // conf/old-name speaks of the value: its fix comes first.
      output: 'WAL_Level = archive\n',
    },
    {
      name: 'other rules ask whether it is set',
      conf: 'max_replication_slots = 10\n',
      errors: [{ messageId: 'isDefault', line: 1, text: 'max_replication_slots' }],
    },
    {
      name: 'an old name',
      conf: 'sort_mem = 4MB\n',
      errors: [{ messageId: 'isDefault', line: 1, text: 'sort_mem' }],
    },
  ],
});
