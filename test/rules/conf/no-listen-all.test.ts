import rule from '../../../rules/conf/no-listen-all.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'port = 5432\n',
    "listen_addresses = 'localhost, 10.0.0.5, ::1'\n",
    "listen_addresses = ''\n",
    "listen_addresses = '*'\nlisten_addresses = 'localhost'\n",
  ],
  invalid: [
    { conf: "listen_addresses = '*'\n", errors: [{ messageId: 'all', line: 1, column: 20, endColumn: 23 }] },
    {
      conf: "listen_addresses = 'localhost , 0.0.0.0'\n",
      errors: [{ messageId: 'all', line: 1, text: "'localhost , 0.0.0.0'" }],
    },
    {
      name: 'a loose snippet',
      files: { 'conf.d/net.conf': "listen_addresses = '::'\n" },
      errors: [{ messageId: 'all', line: 1, text: "'::'" }],
    },
  ],
});
