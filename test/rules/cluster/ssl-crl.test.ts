import rule from '../../../rules/cluster/ssl-crl.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const hba = 'hostssl all all samenet cert\n';

testRule(rule, {
  valid: [
    { conf: "ssl = on\nssl_crl_file = 'root.crl'\n", hba },
    { conf: "ssl = on\nssl_crl_dir = 'crl'\n", hba, postgres: 14 },
    { name: 'no certificates', conf: 'ssl = on\n', hba: 'hostssl all all samenet scram-sha-256\n' },
    { name: 'no TLS', conf: 'ssl = off\n', hba },
    { name: 'settings are not known', hba },
  ],
  invalid: [
    { conf: "#ssl_crl_file = ''\nssl = on\n", hba, errors: [{ messageId: 'missing', line: 1, column: 1 }] },
    {
      conf: "ssl = on\nssl_crl_file = ''\n",
      hba: 'local all all peer\nhostssl all all samenet scram-sha-256 clientcert=verify-full\n',
      errors: [{ messageId: 'missing', line: 2, text: "''" }],
    },
    {
      conf: 'ssl = on\n',
      hba: 'hostssl all all samenet md5 clientcert=1\n',
      postgres: 12,
      errors: [{ messageId: 'missing', line: 1, column: 1 }],
    },
  ],
});
