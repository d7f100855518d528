import rule from '../../../rules/conf/ssl-files.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "ssl = on\nssl_cert_file = '/tls/a.crt'\nssl_key_file = '/tls/a.key'\n",
    'ssl = on\n',
    {
      name: 'a server that only its own machine reaches',
      conf: "ssl = on\nssl_cert_file = '/etc/ssl/certs/ssl-cert-snakeoil.pem'\n",
      hba: 'host all all 127.0.0.1/32 md5\n',
    },
    "ssl = off\nssl_cert_file = '/etc/ssl/certs/ssl-cert-snakeoil.pem'\n",
    { conf: 'port = 1\n', options: { requireExplicit: true } },
  ],
  invalid: [
    {
      conf: "ssl = on\nssl_cert_file = '/etc/ssl/certs/ssl-cert-snakeoil.pem'\nssl_key_file = '/tls/a.key'\nlisten_addresses = '*'\n",
      errors: [{ messageId: 'snakeoil', line: 2, column: 17, endColumn: 55 }],
    },
    {
      name: 'certificate and key are one report',
      conf: "listen_addresses = '*'\nssl = on\nssl_cert_file = '/etc/ssl/certs/ssl-cert-snakeoil.pem'\nssl_key_file = '/etc/ssl/private/ssl-cert-snakeoil.key'\n",
      errors: [
        {
          messageId: 'snakeoil',
          line: 3,
          text: "'/etc/ssl/certs/ssl-cert-snakeoil.pem'",
          message:
            'The server’s certificate was made by the machine itself. ssl_cert_file and ssl_key_file are the pair that it made: no client can verify the certificate, and every service here shares the key. Use a certificate that your clients’ authority has signed, with a key of its own.',
        },
      ],
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
