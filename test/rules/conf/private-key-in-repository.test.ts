import rule from '../../../rules/conf/private-key-in-repository.js';
import { testRule } from '../../../src/linter/rule-tester.js';

/** Shaped like keys, and none. */
const pem = (name: string, body = 'bm90IGEga2V5') => `-----BEGIN ${name}-----\n${body}\n-----END ${name}-----\n`;
const conf = "ssl = on\nssl_key_file = 'tls/server.key'\n";
const legacy = pem('RSA PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nbm90IGEga2V5');

testRule(rule, {
  valid: [
    { name: 'the key lies elsewhere', conf: "ssl = on\nssl_key_file = '/etc/ssl/private/db.key'\n" },
    { name: 'a placeholder', conf, files: { 'tls/server.key': '{{ vault_server_key }}\n' } },
    { name: 'a public key', conf, files: { 'tls/server.key': pem('PUBLIC KEY') } },
    { name: 'an empty shell', conf, files: { 'tls/server.key': '-----BEGIN PRIVATE KEY-----\n' } },
    { name: 'encrypted', conf, files: { 'tls/server.key': pem('ENCRYPTED PRIVATE KEY') } },
    { name: 'encrypted, in the older format', conf, files: { 'tls/server.key': legacy } },
    { name: 'a server’s own data folder', conf, files: { 'tls/server.key': pem('PRIVATE KEY'), PG_VERSION: '18\n' } },
    {
      name: 'a key of the server’s own data folder, beside',
      conf: 'port = 5432\n',
      files: { 'server.key': pem('PRIVATE KEY'), PG_VERSION: '18\n' },
    },
    {
      name: 'a file that is only called so',
      conf: 'port = 5432\n',
      files: { 'server.key': pem('PUBLIC KEY'), 'x.pem': pem('CERTIFICATE') },
    },
    {
      name: 'a folder that is for other things',
      conf: 'port = 5432\n',
      files: { 'clients/a.key': pem('PRIVATE KEY') },
    },
    { conf: 'port = 5432\n', files: { 'old.key': pem('PRIVATE KEY') }, options: { allowFiles: ['old.key'] } },
    { conf, files: { 'tls/server.key': pem('PRIVATE KEY') }, options: { allowFiles: ['tls/server.key'] } },
  ],
  invalid: [
    {
      conf,
      files: { 'tls/server.key': pem('PRIVATE KEY') },
      errors: [{ messageId: 'plain', line: 2, text: "'tls/server.key'" }],
    },
    {
      conf: "ssl_key_file = '/run/secrets/server.key'\n",
      files: { 'server.key': pem('EC PRIVATE KEY') },
      errors: [{ messageId: 'plain', line: 1, column: 16 }],
    },
    {
      name: 'the file that the server takes by default',
      conf: 'ssl = on\n',
      files: { 'server.key': `a comment\n${pem('RSA PRIVATE KEY')}` },
      errors: [{ messageId: 'plain', line: 1, column: 1 }],
    },
    {
      conf,
      files: { 'tls/server.key': pem('ENCRYPTED PRIVATE KEY') },
      options: { allowEncrypted: false },
      errors: [{ messageId: 'encrypted', line: 2, column: 16 }],
    },
    {
      conf,
      files: { 'tls/server.key': legacy },
      options: { allowEncrypted: false },
      errors: [{ messageId: 'encrypted', line: 2, column: 16 }],
    },
    {
      name: 'a key that no setting names',
      conf: "ssl = on\nssl_key_file = '/etc/ssl/private/db.key'\n",
      files: { 'old.pem': pem('PRIVATE KEY') },
      errors: [{ messageId: 'plain', line: 2, column: 16 }],
    },
    {
      name: 'without TLS too',
      conf: 'port = 5432\n',
      files: { 'server.key': pem('PRIVATE KEY') },
      errors: [{ messageId: 'plain', line: 1, column: 1 }],
    },
    {
      name: 'a data folder that stands in a repository',
      conf,
      files: { 'tls/server.key': pem('PRIVATE KEY'), PG_VERSION: '18\n', '.git/HEAD': 'ref: refs/heads/main\n' },
      errors: [{ messageId: 'plain', line: 2, text: "'tls/server.key'" }],
    },
    {
      name: 'in a folder for keys of a data folder that stands in a repository',
      conf: "ssl = on\nssl_key_file = '/etc/ssl/private/db.key'\n",
      files: { 'certs/private/db.key': pem('PRIVATE KEY'), PG_VERSION: '18\n', '.git/HEAD': 'ref: refs/heads/main\n' },
      errors: [{ messageId: 'plain', line: 2, column: 16 }],
    },
    {
      name: 'in a folder for keys beside the configuration',
      conf: 'port = 5432\n',
      files: { 'ssl/server.pem': pem('PRIVATE KEY') },
      errors: [{ messageId: 'plain', line: 1, column: 1 }],
    },
  ],
});
