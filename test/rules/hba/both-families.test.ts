import rule from '../../../rules/hba/both-families.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const all = (output: string) => [{ title: 'Write all', output }];

testRule(rule, {
  valid: [
    { name: 'nobody comes over IPv6', conf: "listen_addresses = '10.0.0.5'\n", hba: 'host all all 0.0.0.0/0 md5\n' },
    { name: 'nobody comes over IPv4', conf: "listen_addresses = 'fd00::5'\n", hba: 'host all all ::/0 md5\n' },
    'host all bob 0.0.0.0/0 reject\nhost all bob ::/0 reject\nhost all all samenet md5\n',
    {
      name: 'the counterpart may stand above',
      hba: 'host all bob all reject\nhost all bob 0.0.0.0/0 reject\nhost all all all md5\n',
    },
    { name: 'behind the last record nobody gets in', hba: 'host all all ::1/128 md5\nhost all all 0.0.0.0/0 reject\n' },
    {
      name: 'what follows is for the same family',
      hba: 'host all bob 0.0.0.0/0 reject\nhost all all 10.0.0.0/8 md5\n',
    },
    { name: 'what follows is for other roles', hba: 'host all bob 0.0.0.0/0 reject\nhost all amy ::/0 md5\n' },
    { name: 'all does not mean replication', hba: 'host all all 0.0.0.0/0 reject\nhost replication amy ::/0 md5\n' },
    'host all all 0.0.0.0/0 md5\n',
    { hba: 'host all all 0.0.0.0/0 md5\nhost all all ::0/0 md5\n', options: { records: 'all' } },
  ],
  invalid: [
    {
      hba: 'host all bob 0.0.0.0/0 reject\nlocal all all peer\nhost all all samenet md5\n',
      errors: [
        {
          messageId: 'reject',
          line: 1,
          text: '0.0.0.0/0',
          message: '0.0.0.0/0 does not reject IPv6 clients. Line 3 can let them in. Write all, which means both.',
          suggestions: all('host all bob all reject\nlocal all all peer\nhost all all samenet md5\n'),
        },
      ],
    },
    {
      hba: 'host all bob 0.0.0.0 0.0.0.0 reject\nhost all bob ::/0 md5\n',
      errors: [
        {
          messageId: 'reject',
          line: 1,
          text: '0.0.0.0 0.0.0.0',
          suggestions: all('host all bob all reject\nhost all bob ::/0 md5\n'),
        },
      ],
    },
    {
      hba: 'hostssl all all ::/0 cert\n',
      options: { records: 'all' },
      errors: [{ messageId: 'allow', line: 1, text: '::/0', suggestions: all('hostssl all all all cert\n') }],
    },
    {
      name: 'the server listens for IPv6 as well',
      conf: "listen_addresses = '*'\n",
      hba: 'host all all 0.0.0.0/0 md5\n',
      errors: [
        {
          messageId: 'allow',
          file: 'pg_hba.conf',
          line: 1,
          text: '0.0.0.0/0',
          suggestions: [{ title: 'Write all', output: { 'pg_hba.conf': 'host all all all md5\n' } }],
        },
      ],
    },
    {
      conf: "listen_addresses = '10.0.0.5, fd00::5'\n",
      hba: 'host all all 0.0.0.0/0 md5\n',
      errors: [
        {
          messageId: 'allow',
          file: 'pg_hba.conf',
          line: 1,
          text: '0.0.0.0/0',
          suggestions: [{ title: 'Write all', output: { 'pg_hba.conf': 'host all all all md5\n' } }],
        },
      ],
    },
    {
      conf: "listen_addresses = '0.0.0.0, fd00::5'\n",
      hba: 'host all all ::/0 md5\n',
      errors: [
        {
          messageId: 'allow',
          file: 'pg_hba.conf',
          line: 1,
          text: '::/0',
          suggestions: [{ title: 'Write all', output: { 'pg_hba.conf': 'host all all all md5\n' } }],
        },
      ],
    },
  ],
});
