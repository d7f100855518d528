import rule from '../../../rules/hba/localhost-families.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const title = 'Add a line below for ::1/128';

testRule(rule, {
  valid: [
    {
      name: 'the sample of 7.3',
      files: { 'pg_hba.conf.sample': 'local all all trust\nhost all all 127.0.0.1 255.255.255.255 trust\n' },
    },
    'host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n',
    { name: 'another method is an answer too', hba: 'host app app 127.0.0.1/32 md5\nhost app app ::1/128 reject\n' },
    { name: 'a wider record takes it', hba: 'host app app 127.0.0.1/32 md5\nhost all all all scram-sha-256\n' },
    { hba: 'host app app 127.0.0.1/32 md5\nhost app,web app,bob samehost scram-sha-256\n' },
    { conf: "listen_addresses = '127.0.0.1, 10.0.0.1'\n", hba: 'host all all 127.0.0.1/32 md5\n' },
    { conf: "listen_addresses = ''\n", hba: 'host all all 127.0.0.1/32 md5\n' },
    'host all all 127.0.0.1/32 reject\n',
    'host all all 10.0.0.1/32 md5\n',
  ],
  invalid: [
    {
      name: 'several in one file are one report',
      hba: 'host app a 127.0.0.1/32 md5\nhost app b 127.0.0.1/32 md5\nhost app c 127.0.0.1/32 md5\n',
      errors: [
        {
          messageId: 'several',
          line: 1,
          text: '127.0.0.1/32',
          message:
            'These records match localhost by IPv4, not IPv6. libpq tries ::1 first and stops when rejected. The same holds for lines 2, 3. Add a line for ::1/128 below each.',
          suggestions: [
            {
              title: 'Add a line for ::1/128 below each',
              output:
                'host app a 127.0.0.1/32 md5\nhost app a ::1/128      md5\nhost app b 127.0.0.1/32 md5\nhost app b ::1/128      md5\nhost app c 127.0.0.1/32 md5\nhost app c ::1/128      md5\n',
            },
          ],
        },
      ],
    },
    {
      hba: '# own\nhost  all  all  127.0.0.1/32  md5 # why\nlocal all all peer\n',
      errors: [
        {
          messageId: 'missing',
          line: 2,
          text: '127.0.0.1/32',
          suggestions: [
            {
              title,
              output:
                '# own\nhost  all  all  127.0.0.1/32  md5 # why\nhost  all  all  ::1/128       md5\nlocal all all peer\n',
            },
          ],
        },
      ],
    },
    {
      name: 'all does not mean replication',
      hba: 'host replication all 127.0.0.1/32 md5\nhost all all ::1/128 md5\n',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          text: '127.0.0.1/32',
          suggestions: [
            {
              title,
              output:
                'host replication all 127.0.0.1/32 md5\nhost replication all ::1/128      md5\nhost all all ::1/128 md5\n',
            },
          ],
        },
      ],
    },
    {
      hba: 'host all all 127.0.0.1 255.255.255.255 md5\nhost app app ::1/128 md5',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          text: '127.0.0.1',
          suggestions: [
            {
              title,
              output:
                'host all all 127.0.0.1 255.255.255.255 md5\nhost all all ::1/128                   md5\nhost app app ::1/128 md5',
            },
          ],
        },
      ],
    },
  ],
});
