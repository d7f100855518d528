import rule from '../../../rules/hba/wide-network.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { name: 'replication is the business of hba/replication-network', hba: 'host replication all 10.0.0.0/8 md5\n' },
    'host app app 10.1.0.0/16 scram-sha-256\nhost app app fd00:1::/48 scram-sha-256\n',
    { name: 'every address is another rule’s', hba: 'host all all 0.0.0.0/0 md5\nhost all all all md5\n' },
    { name: 'who is rejected may come from everywhere', hba: 'host all all 10.0.0.0/8 reject\n' },
    { name: 'the machine itself', hba: 'host all all 127.0.0.0/8 scram-sha-256\n' },
    { name: 'a mask with holes', hba: 'host all all 10.0.0.0 255.0.255.0 scram-sha-256\n' },
    { name: 'names tell no width', hba: 'host all all .example.com scram-sha-256\nhost all all samenet md5\n' },
    { hba: 'host app app 10.0.0.0/8 scram-sha-256\n', options: { ipv4: 8 } },
    {
      hba: 'host app app 10.0.0.0/8 scram-sha-256\n',
      options: { allow: [{ address: ['10.0.0.0/8'], database: ['app'] }] },
    },
  ],
  invalid: [
    {
      hba: 'host app app 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'wide',
          line: 1,
          text: '10.0.0.0/8',
          message:
            'Any of 16,777,216 addresses can log in. Few of them are clients. Name the networks of the clients, none wider than /16.',
        },
      ],
    },
    {
      name: 'a public network; the netmask is marked too',
      hba: 'hostssl app app 203.0.112.0 255.255.240.0 scram-sha-256\n',
      errors: [{ messageId: 'wide', line: 1, text: '203.0.112.0 255.255.240.0' }],
    },
    {
      name: 'wider than the private network that it begins with',
      hba: 'host app app 172.0.0.0/10 scram-sha-256\nhost app app 172.16.0.0/12 scram-sha-256\n',
      options: { ipv4: 8 },
      errors: [{ messageId: 'wide', line: 1, text: '172.0.0.0/10' }],
    },
    {
      hba: 'hostssl app app 2001:db8::/32 cert\nhost app app fe80::/10 md5\nhost app app fd00::/48 md5\n',
      errors: [
        { messageId: 'wide', line: 1, text: '2001:db8::/32' },
        { messageId: 'wide', line: 2, text: 'fe80::/10' },
      ],
    },
  ],
});
