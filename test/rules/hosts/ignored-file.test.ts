import rule from '../../../rules/hosts/ignored-file.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: 'ssl = on\nssl_sni = on\n', hosts: '* server.crt server.key\n', postgres: 19 },
    { name: 'only comments', conf: 'ssl = on\n', hosts: '# none\n', postgres: 19 },
    { name: 'the settings are not at hand', hosts: '* server.crt server.key\n', postgres: 19 },
    { name: 'majors without it', conf: 'ssl = on\n', hosts: '* server.crt server.key\n', postgres: 18 },
  ],
  invalid: [
    {
      conf: 'ssl = on\n',
      hosts: '* server.crt server.key\n',
      postgres: 19,
      errors: [{ messageId: 'sni', file: 'pg_hosts.conf', line: 1, column: 1 }],
    },
    {
      conf: 'ssl_sni = on\n',
      hosts: 'db.example.com server.crt server.key\n* server.crt server.key\n',
      postgres: 19,
      errors: [{ messageId: 'ssl', file: 'pg_hosts.conf', line: 1, column: 1 }],
    },
    {
      conf: 'ssl = on\nssl_sni = off\n',
      hosts: 'db.example.com server.crt server.key\n',
      postgres: [18, 19],
      errors: [{ messageId: 'sni', file: 'pg_hosts.conf', line: 1, column: 1, targets: [19] }],
    },
  ],
});
