import rule from '../../../rules/conf/old-name.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { name: 'refused since 14: another rule', conf: 'password_encryption = on\n', postgres: 14 },
    { name: 'an on that is on', conf: 'synchronous_commit = 1\nwal_level = Replica\n' },
    'work_mem = 4MB\nWork_Mem = 8MB\n',
    { name: 'not renamed yet', conf: "ssl_ecdh_curve = 'prime256v1'\n", postgres: 17 },
    'sort_mem.x = 1\n',
  ],
  invalid: [
    {
      conf: 'sort_mem = 4096 # old\n',
      errors: [{ messageId: 'old', line: 1, column: 1, endColumn: 9 }],
      output: 'work_mem = 4096 # old\n',
    },
    {
      conf: "ssl_ecdh_curve = 'prime256v1'\n",
      errors: [
        {
          messageId: 'old',
          line: 1,
          column: 1,
          message:
            'ssl_ecdh_curve is an old name of ssl_groups. The server accepts it, but shows and documents only ssl_groups. Write ssl_groups.',
        },
      ],
      output: "ssl_groups = 'prime256v1'\n",
    },
    {
      name: 'both names',
      conf: 'sort_mem = 4MB\nwork_mem = 8MB\n',
      errors: [{ messageId: 'old', line: 1, text: 'sort_mem' }],
    },
    {
      conf: 'wal_level = hot_standby\n',
      errors: [
        {
          messageId: 'oldValue',
          line: 1,
          text: 'hot_standby',
          message:
            'hot_standby is an old spelling of wal_level = replica. The server shows and documents only replica. Write replica.',
        },
      ],
      output: 'wal_level = replica\n',
    },
    {
      conf: 'wal_level = archive\n',
      errors: [{ messageId: 'oldValue', line: 1, text: 'archive' }],
      output: 'wal_level = replica\n',
    },
    {
      conf: "password_encryption = 'on'\n",
      postgres: 13,
      errors: [{ messageId: 'oldValue', line: 1, text: "'on'" }],
      output: "password_encryption = 'md5'\n",
    },
  ],
});
