import rule from '../../../rules/conf/unix-socket-permissions.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const trust = 'local all all trust\n';
const title = 'Set unix_socket_permissions = 0770 (users outside of the group can no longer connect)';

testRule(rule, {
  valid: [
    { name: 'the server asks who they are', conf: 'port = 1\n', hba: 'local all all peer\n' },
    { conf: 'unix_socket_permissions = 0770\n', hba: trust, options: { always: true } },
    { name: 'there is no socket', conf: "unix_socket_directories = ''\n", hba: trust },
    { name: 'a name outside of the file system', conf: "unix_socket_directories = '@pg'\n", hba: trust },
    { name: 'an unset folder differs by build', conf: 'port = 1\n', options: { allowTmp: false } },
  ],
  invalid: [
    {
      conf: 'unix_socket_permissions = 0777\n',
      hba: trust,
      errors: [
        {
          messageId: 'trust',
          file: 'postgresql.conf',
          line: 1,
          text: '0777',
          message:
            'Every user of this machine gets in without a proof. They can connect to the socket (unix_socket_permissions = 0777), and line 1 of pg_hba.conf lets them in (trust). Set 0770 with unix_socket_group, or use peer.',
          suggestions: [{ title, output: 'unix_socket_permissions = 0770\n' }],
        },
      ],
    },
    {
      conf: 'port = 1\n',
      options: { always: true },
      errors: [
        {
          messageId: 'everyone',
          line: 1,
          column: 1,
          suggestions: [{ title, output: 'port = 1\nunix_socket_permissions = 0770\n' }],
        },
      ],
    },
    {
      conf: "unix_socket_directories = '/run/postgresql, /tmp'\nunix_socket_permissions = 0700\n",
      options: { allowTmp: false },
      errors: [{ messageId: 'tmp', line: 1, text: "'/run/postgresql, /tmp'" }],
    },
  ],
});
