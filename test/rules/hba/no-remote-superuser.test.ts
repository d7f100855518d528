import rule from '../../../rules/hba/no-remote-superuser.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const includeAll = { includeAll: true };

testRule(rule, {
  valid: [
    'local all postgres peer\nhost all postgres 127.0.0.1/32 scram-sha-256\n',
    'host all postgres 10.0.0.0/8 reject\nhostssl all all 10.0.0.0/8 scram-sha-256\n',
    { name: 'who is in a role, no file tells', hba: 'hostssl all +postgres 10.0.0.0/8 scram-sha-256\n' },
    {
      name: 'a regular expression was a name before 16',
      hba: 'hostssl all /^postgres$ 10.0.0.0/8 gss\n',
      postgres: 15,
    },
    {
      name: 'rejected above',
      hba: 'host all postgres,admin 10.0.0.0/8 reject\nhostssl all all 10.1.0.0/16 scram-sha-256\n',
      options: includeAll,
    },
    { hba: 'hostssl all postgres 10.0.0.9/32 cert\n', options: { allow: [{ address: ['10.0.0.9/32'] }] } },
    { hba: 'hostssl all postgres 10.0.0.9/32 cert\n', options: { superusers: ['admin'] } },
  ],
  invalid: [
    {
      hba: 'hostssl all postgres 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'named',
          line: 1,
          text: 'postgres',
          message:
            'The superuser postgres can log in from 10.0.0.0/8. It can run programs on this host. Write local all postgres peer.',
        },
      ],
    },
    {
      name: 'a regular expression that takes it in, and a name in a list',
      hba: 'hostssl all "/^post" all cert\nhostssl db app,postgres samenet md5\n',
      errors: [
        { messageId: 'named', line: 1, text: '"/^post"' },
        { messageId: 'named', line: 2, text: 'postgres' },
      ],
    },
    {
      hba: '# apps\nhostssl all all 10.0.0.0/8 scram-sha-256\n',
      options: includeAll,
      errors: [
        {
          messageId: 'all',
          line: 2,
          column: 13,
          suggestions: [
            {
              title:
                'Insert “host all postgres all reject” above (postgres can then no longer log in by TCP with the records below)',
              output: '# apps\nhost all postgres all reject\nhostssl all all 10.0.0.0/8 scram-sha-256\n',
            },
          ],
        },
      ],
    },
    {
      name: 'the rejection is for fewer addresses, for another transport, for another database',
      hba: 'host all admin 10.1.0.0/16 reject\nhostnossl all admin all reject\nhost app admin all reject\nhostssl all all 10.0.0.0/8 gss\n',
      options: { includeAll: true, superusers: ['admin'] },
      errors: [
        {
          messageId: 'all',
          line: 4,
          text: 'all',
          suggestions: [
            {
              title:
                'Insert “host all admin all reject” above (admin can then no longer log in by TCP with the records below)',
              output:
                'host all admin 10.1.0.0/16 reject\nhostnossl all admin all reject\nhost app admin all reject\nhost all admin all reject\nhostssl all all 10.0.0.0/8 gss\n',
            },
          ],
        },
      ],
    },
  ],
});
