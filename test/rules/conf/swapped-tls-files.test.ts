import rule from '../../../rules/conf/swapped-tls-files.js';
import { testRule } from '../../../src/linter/rule-tester.js';

/** Shaped like what PEM files hold, and none. */
const pem = (label: string) => `-----BEGIN ${label}-----\nbm90aGluZw==\n-----END ${label}-----\n`;
const key = pem('PRIVATE KEY');
const certificate = pem('CERTIFICATE');
const pair = (cert: string, own: string) => `ssl = on\nssl_cert_file = '${cert}'\nssl_key_file = '${own}'\n`;

testRule(rule, {
  valid: [
    pair('/etc/ssl/server.crt', '/etc/ssl/server.key'),
    { name: 'endings that tell nothing', conf: pair('/etc/ssl/server.pem', '/etc/ssl/private/server.pem') },
    { name: 'TLS is off', conf: pair('server.key', 'server.crt').replace('on', 'off') },
    {
      name: 'the right content under odd names',
      conf: pair('a.key', 'b.crt'),
      files: { 'a.key': certificate, 'b.crt': key },
    },
    { name: 'both in one file', conf: pair('both.pem', 'both.pem'), files: { 'both.pem': key + certificate } },
    { name: 'no PEM at all', conf: pair('a.der', 'b.der'), files: { 'a.der': 'x', 'b.der': 'y' } },
    {
      name: 'a list where a certificate may stand too',
      conf: "ssl = on\nssl_crl_file = 'server.crt'\n",
      files: { 'server.crt': certificate },
    },
  ],
  invalid: [
    {
      name: 'the files are elsewhere, and their endings tell',
      conf: pair('/etc/ssl/server.key', '/etc/ssl/server.crt'),
      errors: [
        {
          messageId: 'swapped',
          line: 2,
          text: "'/etc/ssl/server.key'",
          suggestions: [
            {
              title: 'Swap the two values',
              output: pair('/etc/ssl/server.crt', '/etc/ssl/server.key'),
            },
          ],
        },
      ],
    },
    {
      // Run on 10.23, 13.23, 15.18 and 18.4: could not load server certificate file "server.key": no start line.
      conf: pair('server.key', 'server.crt'),
      files: { 'server.key': key, 'server.crt': certificate },
      errors: [
        {
          messageId: 'swapped',
          line: 2,
          text: "'server.key'",
          suggestions: [{ title: 'Swap the two values', output: pair('server.crt', 'server.key') }],
        },
      ],
    },
    {
      conf: "ssl = on\nssl_cert_file = 'server.pem'\n",
      files: { 'server.pem': key },
      errors: [{ messageId: 'holds', line: 2, text: "'server.pem'" }],
    },
    {
      // Run on the same: could not load root certificate file "server.key": no certificate or crl found.
      conf: "ssl = on\nssl_ca_file = 'server.key'\n",
      files: { 'server.key': key },
      errors: [{ messageId: 'holds', line: 2, text: "'server.key'" }],
    },
    { conf: "ssl = on\nssl_ca_file = '/etc/ssl/ca.key'\n", errors: [{ messageId: 'named', line: 2, column: 15 }] },
    { conf: "ssl = on\nssl_key_file = '/etc/ssl/server.CRT'\n", errors: [{ messageId: 'named', line: 2, column: 16 }] },
  ],
});
