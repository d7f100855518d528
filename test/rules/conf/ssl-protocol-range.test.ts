import rule from '../../../rules/conf/ssl-protocol-range.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'ssl = on\n',
    "ssl = on\nssl_min_protocol_version = 'TLSv1.3'\nssl_max_protocol_version = 'TLSv1.3'\n",
    "ssl = on\nssl_max_protocol_version = 'TLSv1.2'\n",
    { conf: "ssl = on\nssl_max_protocol_version = ''\n", options: { newest: true } },
    {
      name: 'without TLS it does nothing',
      conf: "ssl_min_protocol_version = 'TLSv1.3'\nssl_max_protocol_version = 'TLSv1.2'\n",
    },
    { conf: "ssl = on\nssl_min_protocol_version = 'TLSv1.3'\nssl_max_protocol_version = 'TLSv1.2'\n", postgres: 11 },
  ],
  invalid: [
    {
      conf: "ssl = on\nssl_min_protocol_version = 'TLSv1.3'\nssl_max_protocol_version = 'TLSv1.2'\n",
      errors: [{ messageId: 'empty', line: 3, text: "'TLSv1.2'" }],
      output: "ssl = on\nssl_min_protocol_version = 'TLSv1.3'\n",
    },
    {
      conf: "ssl = on\nssl_max_protocol_version = 'TLSv1.1'\n",
      postgres: 14,
      errors: [{ messageId: 'empty', line: 2, text: "'TLSv1.1'" }],
      output: 'ssl = on\n',
    },
    {
      conf: 'ssl = on\nssl_max_protocol_version = TLSv1\nssl_max_protocol_version = "TLSv1.2"\n'.replaceAll('"', "'"),
      options: { newest: true },
      errors: [{ messageId: 'old', line: 3, text: "'TLSv1.2'" }],
    },
  ],
});
