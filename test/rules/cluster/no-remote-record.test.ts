import rule from '../../../rules/cluster/no-remote-record.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: "listen_addresses = '*'\n", hba: 'host all all 10.0.0.0/8 md5\n' },
    { conf: "listen_addresses = 'localhost'\n", hba: 'local all all peer\n' },
    { conf: '\n', hba: 'local all all peer\n' },
    { name: 'pg_hba.conf is not at hand', conf: "listen_addresses = '*'\n" },
    { name: 'a broken record', conf: "listen_addresses = '*'\n", hba: 'host all all 10.0.0.0/8 sram\n' },
  ],
  invalid: [
    {
      conf: "listen_addresses = '*'\n",
      hba: 'local all all peer\nhost all all 127.0.0.1/32 md5\n',
      errors: [{ messageId: 'nobody', line: 1, column: 20, endColumn: 23 }],
    },
    {
      conf: "listen_addresses = 'localhost, 10.0.0.5'\n",
      hba: 'local all all peer\nhost all all all reject\n',
      errors: [{ messageId: 'nobody', line: 1, column: 20 }],
    },
    {
      conf: "listen_addresses = '::'\n",
      hba: 'host all all samehost md5\n',
      errors: [{ messageId: 'nobody', line: 1, text: "'::'" }],
    },
  ],
});
