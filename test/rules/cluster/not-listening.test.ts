import rule from '../../../rules/cluster/not-listening.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: "listen_addresses = '*'\n", hba: 'host all all 10.0.0.0/8 md5\nhost all all 2001:db8::/32 md5\n' },
    { conf: '\n', hba: 'host all all 127.0.0.1/32 md5\nhost all all ::1/128 md5\nlocal all all peer\n' },
    { name: 'the settings are not at hand', hba: 'host all all 10.0.0.0/8 md5\n' },
    { name: 'a reject needs no client', conf: '\n', hba: 'host all all 10.0.0.0/8 reject\n' },
    { name: 'addresses that follow the server', conf: '\n', hba: 'host all all samenet md5\nhost all all all md5\n' },
    {
      name: 'one of several main files, and nothing tells whose records these are',
      files: {
        'config/postgresql-primary.conf': "listen_addresses = '*'\n",
        'config/postgresql-tuning.conf': 'max_connections = 200\nshared_buffers = 1GB\n',
        'config/pg_hba.conf': 'host all all 10.0.0.0/8 md5\n',
      },
    },
    {
      name: 'a name may have both families',
      conf: "listen_addresses = 'db1'\n",
      hba: 'host all all 2001:db8::/32 md5\n',
    },
  ],
  invalid: [
    {
      conf: "listen_addresses = 'localhost'\n",
      hba: 'host app app 10.0.0.0/24 md5\nhost app app db.example.com md5\n',
      errors: [
        {
          messageId: 'set',
          file: 'pg_hba.conf',
          line: 1,
          column: 14,
          message:
            'No client from 10.0.0.0/24 reaches this server. listen_addresses = localhost takes connections of this machine only (the same holds for line 2). Listen on an address of that network, or remove the record.',
        },
      ],
    },
    {
      conf: 'port = 5433\n',
      hba: 'hostssl app app 10.0.0.0/24 md5\n',
      errors: [{ messageId: 'default', file: 'pg_hba.conf', line: 1, text: '10.0.0.0/24' }],
    },
    {
      conf: "listen_addresses = ''\n",
      hba: 'local all all peer\nhost all all 127.0.0.1/32 md5\n',
      errors: [{ messageId: 'set', file: 'pg_hba.conf', line: 2, text: '127.0.0.1/32' }],
    },
    {
      conf: "listen_addresses = '10.0.0.5, ::1'\n",
      hba: 'host all all 2001:db8::/32 md5\nhost all all 10.0.0.0/8 md5\n',
      errors: [
        {
          messageId: 'set',
          file: 'pg_hba.conf',
          line: 1,
          column: 14,
          message:
            'No client from 2001:db8::/32 reaches this server. listen_addresses = 10.0.0.5, ::1 has no IPv6 address. Listen on an address of that network, or remove the record.',
        },
      ],
    },
  ],
});
