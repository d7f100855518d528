import rule from '../../../rules/cluster/clientcert-needs-ca.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: "ssl = on\nssl_ca_file = 'root.crt'\n", hba: 'hostssl all all all cert\n' },
    { conf: 'ssl = on\n', hba: 'hostssl all all all scram-sha-256\n' },
    { name: 'the settings are not at hand', hba: 'hostssl all all all cert\n' },
    { name: 'asks for none', conf: 'ssl = on\n', hba: 'hostssl all all all md5 clientcert=0\n', postgres: 13 },
    {
      name: 'pg_hosts.conf names an authority',
      conf: 'ssl = on\nssl_sni = on\n',
      hba: 'hostssl all all all cert\n',
      hosts: '* server.crt server.key root.crt\n',
      postgres: 19,
    },
  ],
  invalid: [
    {
      conf: 'ssl = on\n',
      hba: 'hostssl all all 10.0.0.0/8 cert\n',
      errors: [
        {
          messageId: 'noAuthority',
          file: 'pg_hba.conf',
          line: 1,
          column: 28,
          message:
            'cert needs ssl_ca_file, which is empty. The server rejects every such login. Set it to the authority’s certificate.',
        },
      ],
    },
    {
      conf: "ssl = on\nssl_ca_file = ''\n",
      hba: 'hostssl a all all scram-sha-256 clientcert=verify-ca\nhostssl b all all cert\n',
      errors: [{ messageId: 'noAuthority', file: 'pg_hba.conf', line: 1, text: 'clientcert=verify-ca' }],
    },
    {
      conf: 'ssl = on\n',
      hba: 'hostssl all all all md5 clientcert=1\n',
      postgres: 12,
      errors: [{ messageId: 'noAuthority', file: 'pg_hba.conf', line: 1, text: 'clientcert=1' }],
    },
  ],
});
