import rule from '../../../rules/conf/ssl-files.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "ssl = on\nssl_cert_file = '/tls/a.crt'\nssl_key_file = '/tls/a.key'\n",
    'ssl = on\n',
    "ssl = off\nssl_cert_file = '/etc/ssl/certs/ssl-cert-snakeoil.pem'\n",
    { conf: 'port = 1\n', options: { requireExplicit: true } },
  ],
  invalid: [
    {
      conf: "ssl = on\nssl_cert_file = '/etc/ssl/certs/ssl-cert-snakeoil.pem'\nssl_key_file = '/tls/a.key'\n",
      errors: [{ messageId: 'snakeoil', line: 2, column: 17, endColumn: 55 }],
    },
    {
      conf: "ssl = on\nssl_cert_file = '/tls/a.pem'\nssl_key_file = '/tls/a.pem'\n",
      errors: [{ messageId: 'same', line: 3, text: "'/tls/a.pem'" }],
    },
    { conf: "ssl = on\nssl_cert_file = ''\n", errors: [{ messageId: 'empty', line: 2, text: "''" }] },
    {
      conf: "ssl = on\nssl_cert_file = '/tls/a.crt'\n",
      options: { requireExplicit: true },
      errors: [{ messageId: 'default', line: 1, column: 1 }],
    },
  ],
});
