import { describe, test } from 'node:test';
import { testRule } from 'pgconflint/rule-tester';
import roleNames from '../rules/role-names.js';
import workMemory from '../rules/work-memory.js';

const runner = { describe, test };

testRule(
  roleNames,
  {
    valid: [
      'hostssl shop app_shop 10.0.0.0/8 scram-sha-256\n',
      { name: 'keywords are not names', hba: 'hostssl all all 10.0.0.0/8 scram-sha-256\n' },
      { hba: 'local all postgres peer\n', options: { allow: [{ type: ['local'], user: ['postgres'] }] } },
      { hba: 'hostssl shop shop 10.0.0.0/8 scram-sha-256\n', options: { pattern: '^shop$' } },
    ],
    invalid: [
      {
        hba: 'hostssl shop app_shop,shop 10.0.0.0/8 scram-sha-256\n',
        errors: [{ messageId: 'foreign', line: 1, text: 'shop', column: 23 }],
      },
    ],
  },
  runner,
);

testRule(
  workMemory,
  {
    valid: ['work_mem = 64MB\n', 'port = 5432\n', { conf: 'work_mem = 1GB\n', options: { most: 1048576 } }],
    invalid: [
      {
        conf: 'work_mem = 1GB\n',
        errors: [
          {
            messageId: 'set',
            line: 1,
            text: '1GB',
            suggestions: [{ title: 'Set work_mem = 65536kB', output: 'work_mem = 65536kB\n' }],
          },
        ],
      },
    ],
  },
  runner,
);
