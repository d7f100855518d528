import rule from '../../../rules/hba/invalid-record.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'local all all peer\nhost all all 10.0.0.0/8 scram-sha-256\n',
    'include_if_exists missing.conf\nlocal all all peer\n',
    { name: 'what depends on settings that no file shows', hba: 'hostssl all all 10.0.0.0/8 cert\n' },
    { hba: 'local all /^app peer\n', postgres: [15, 16] },
    { name: 'clientcert=1 was right up to 13', hba: 'hostssl all all all md5 clientcert=1\n', postgres: [12, 13] },
  ],
  invalid: [
    { hba: 'hosst all all 10.0.0.0/8 md5\n', errors: [{ messageId: 'refused', line: 1, column: 1, endColumn: 6 }] },
    { hba: 'local all all\n', errors: [{ messageId: 'refused', line: 1, column: 1 }] },
    { hba: 'local all all peer foo=1\n', errors: [{ messageId: 'refused', line: 1, text: 'foo=1' }] },
    {
      hba: 'hostssl all all all oauth issuer="https://i.example" scope=openid validator=v\n',
      postgres: [17, 18],
      errors: [{ messageId: 'refused', line: 1, text: 'oauth', targets: [17] }],
    },
    {
      name: 'a missing file that must be there',
      hba: 'include lost.conf\nlocal all all peer\n',
      errors: [{ messageId: 'refused', line: 1, text: 'lost.conf' }],
    },
    { name: 'an empty file', hba: '', errors: [{ messageId: 'refused', line: 1, column: 1 }] },
    {
      name: 'hostssl without TLS',
      hba: 'local all all peer\nhostssl all all 10.0.0.0/8 scram-sha-256\n',
      conf: 'ssl = off\n',
      errors: [{ messageId: 'ignored', file: 'pg_hba.conf', line: 2, text: 'hostssl' }],
    },
  ],
});
