import rule from '../../../rules/conf/ssl-cert-expiry.js';
import { testRule } from '../../../src/linter/rule-tester.js';
import { certificates } from '../../fixtures/certificates.js';

const options = { today: '2026-11-22' };
const conf = "ssl = on\nssl_cert_file = 'tls/server.crt'\n";

testRule(rule, {
  valid: [
    { conf, files: { 'tls/server.crt': certificates.holds }, options },
    { conf, files: { 'tls/server.crt': certificates.until2055 }, options },
    { name: 'the certificate lies elsewhere', conf: "ssl = on\nssl_cert_file = '/etc/ssl/none.crt'\n", options },
    { name: 'no certificate at all', conf, files: { 'tls/server.crt': 'see the vault\n' }, options },
    { name: 'without TLS', conf: 'ssl = off\n', files: { 'server.crt': certificates.expired }, options },
    { conf, files: { 'tls/server.crt': certificates.soon }, options: { ...options, days: 7 } },
  ],
  invalid: [
    {
      conf,
      files: { 'tls/server.crt': certificates.expired },
      options,
      errors: [
        {
          messageId: 'expired',
          line: 2,
          text: "'tls/server.crt'",
          message:
            'The certificate in tls/server.crt has expired. Since 2025-12-31 verifying clients refuse it. Renew it, and reload.',
        },
      ],
    },
    {
      conf,
      files: { 'tls/server.crt': certificates.soon },
      options,
      errors: [{ messageId: 'soon', line: 2, column: 17 }],
    },
    {
      conf,
      files: { 'tls/server.crt': certificates.early },
      options,
      errors: [{ messageId: 'early', line: 2, column: 17 }],
    },
    {
      name: 'the file that the server takes by default',
      conf: 'ssl = on\n',
      files: { 'server.crt': certificates.expired },
      options,
      errors: [{ messageId: 'expired', line: 1, column: 1 }],
    },
    {
      name: 'an image of the server’s root folder',
      conf: "ssl = on\nssl_cert_file = '/etc/ssl/db.crt'\n",
      files: { 'etc/ssl/db.crt': certificates.expired },
      options,
      errors: [{ messageId: 'expired', line: 2, column: 17 }],
    },
  ],
});
