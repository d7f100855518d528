import rule from '../../../rules/hba/replication-network.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'local replication all peer\nhost replication all 127.0.0.1/32 md5\nhost replication repl 10.0.0.0/24 md5\n',
    { name: 'all does not mean replication', hba: 'host all all 0.0.0.0/0 md5\n' },
    'host replication all 0.0.0.0/0 reject\n',
    { name: 'a database of that name', hba: 'host "replication" all 0.0.0.0/0 md5\n' },
    { hba: 'host replication repl 10.0.0.0/8 md5\n', options: { ipv4: 8 } },
    { hba: 'host replication repl all md5\n', options: { allow: [{ user: ['repl'] }] } },
  ],
  invalid: [
    { hba: 'host replication repl all md5\n', errors: [{ messageId: 'wide', line: 1, text: 'all' }] },
    {
      hba: 'host app,replication repl 10.0.0.0 255.255.0.0 md5\n',
      errors: [{ messageId: 'wide', line: 1, text: '10.0.0.0 255.255.0.0' }],
    },
    { hba: 'host replication repl fd00::/64 md5\n', errors: [{ messageId: 'wide', line: 1, text: 'fd00::/64' }] },
  ],
});
