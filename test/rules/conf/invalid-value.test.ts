import rule from '../../../rules/conf/invalid-value.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'fsync = on\nfsync = T\nwal_level = REPLICA\nwal_level = hot_standby\n',
    { conf: 'log_connections = t\n', postgres: 17 },
    'shared_buffers = 128M\nmax_connections = 0\n',
    { name: 'a value that the server never looks at', conf: 'fsync = nonsense\nfsync = on\n' },
  ],
  invalid: [
    {
      conf: 'wal_level = replca\n',
      errors: [
        {
          messageId: 'refused',
          line: 1,
          column: 13,
          endColumn: 19,
          suggestions: [{ title: 'Write replica', output: 'wal_level = replica\n' }],
        },
      ],
    },
    { conf: "fsync = 'perhaps'\n", errors: [{ messageId: 'refused', line: 1, text: "'perhaps'" }] },
    {
      conf: "log_destination = 'jsonlog'\n",
      postgres: [14, 15],
      errors: [{ messageId: 'refused', line: 1, text: "'jsonlog'", targets: [14] }],
    },
    { conf: 'work_mem = lots\n', errors: [{ messageId: 'refused', line: 1, text: 'lots' }] },
  ],
});
