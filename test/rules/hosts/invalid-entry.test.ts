import rule from '../../../rules/hosts/invalid-entry.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { hosts: 'db.example.com server.crt server.key\n', postgres: 19 },
    { hosts: '* server.crt server.key ca.crt\n', postgres: 19 },
    { hosts: '/no_sni/ server.crt server.key\n', postgres: 19 },
  ],
  invalid: [
    { hosts: 'db.example.com server.crt\n', postgres: 19, errors: [{ messageId: 'refused', line: 1, column: 1 }] },
    { hosts: 'db.example.com\n', postgres: 19, errors: [{ messageId: 'refused', line: 1, column: 1 }] },
    {
      hosts: '* a.crt a.key\ninclude lost.conf\n',
      postgres: 19,
      errors: [{ messageId: 'refused', line: 2, text: 'lost.conf' }],
    },
    {
      hosts: '* a.crt a.key\ninclude_if_exists conf.d\n',
      files: { 'conf.d/x': '' },
      postgres: 19,
      errors: [{ messageId: 'ignored', line: 2, text: 'conf.d' }],
    },
  ],
});
