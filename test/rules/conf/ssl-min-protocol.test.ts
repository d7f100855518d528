import rule from '../../../rules/conf/ssl-min-protocol.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'ssl = on\n',
    "ssl = on\nssl_min_protocol_version = 'tlsv1.3'\n",
    "ssl = off\nssl_min_protocol_version = 'TLSv1'\n",
    { conf: 'ssl = on\n', postgres: 11 },
  ],
  invalid: [
    {
      conf: "ssl = on\nssl_min_protocol_version = 'TLSv1.1'\n",
      errors: [{ messageId: 'set', line: 2, column: 28, endColumn: 37 }],
      output: "ssl = on\nssl_min_protocol_version = 'TLSv1.2'\n",
    },
    {
      conf: 'ssl = on\n',
      postgres: 12,
      errors: [{ messageId: 'default', line: 1, column: 1 }],
      output: "ssl = on\nssl_min_protocol_version = 'TLSv1.2'\n",
    },
    {
      conf: 'ssl = on\n',
      options: { min: 'TLSv1.3' },
      errors: [{ messageId: 'default', line: 1, column: 1 }],
      output: "ssl = on\nssl_min_protocol_version = 'TLSv1.3'\n",
    },
  ],
});
