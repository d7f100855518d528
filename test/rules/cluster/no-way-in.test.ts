import rule from '../../../rules/cluster/no-way-in.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { name: 'a file that may be a part', hba: 'host all all 0.0.0.0/0 reject\n' },
    { conf: '', hba: 'local all all peer\nhost all all samenet md5\n' },
    { conf: "unix_socket_directories = ''\n", hba: 'host all all samenet md5\nlocal all all reject\n' },
    { conf: "listen_addresses = ''\n", hba: 'local all postgres peer\n' },
    {
      name: 'a server that does not start',
      conf: "listen_addresses = ''\nunix_socket_directories = ''\n",
      hba: 'local all all peer\n',
    },
    { name: 'no records are known', conf: "listen_addresses = ''\n" },
    { name: 'records that do not load', conf: "listen_addresses = ''\n", hba: 'host all all oops\n' },
  ],
  invalid: [
    {
      hba: 'local all all reject\nhost all all all reject\n',
      errors: [
        {
          messageId: 'rejects',
          line: 1,
          text: 'local all all reject',
          message:
            'Nobody gets in: every record rejects. Whom no record matches is rejected as well, the superuser among them. Add a record that lets someone in, such as local all postgres peer, above the others.',
        },
      ],
    },
    {
      conf: "unix_socket_directories = ''\n",
      hba: 'host all all samenet md5\nlocal all all peer\n',
      errors: [
        {
          messageId: 'noSocket',
          line: 1,
          text: "''",
          message:
            'There is no socket for records of type local. unix_socket_directories is empty, so nobody can use one record (first in line 2). Name a folder, or remove the records.',
        },
      ],
    },
    {
      conf: "unix_socket_directories = ' '\n",
      hba: 'local all bob peer\nlocal all all peer\n',
      errors: [{ messageId: 'noSocket', line: 1, text: "' '" }],
    },
    {
      conf: "listen_addresses = ''\n",
      hba: 'host all all samenet md5\nlocal all all reject\n',
      errors: [{ messageId: 'nobody', line: 1, text: "''" }],
    },
  ],
});
