import rule from '../../../rules/hba/invalid-record.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'local all all peer\nhost all all 10.0.0.0/8 scram-sha-256\n',
    'include_if_exists missing.conf\nlocal all all peer\n',
    { name: 'what depends on settings that no file shows', hba: 'hostssl all all 10.0.0.0/8 cert\n' },
    { hba: 'local all /^app peer\n', postgres: [15, 16] },
    {
      name: 'a byte order mark, which cluster/byte-order-mark reports',
      hba: '\ufeff# who gets in\nlocal all all peer\n',
    },
    { name: 'clientcert=1 was right up to 13', hba: 'hostssl all all all md5 clientcert=1\n', postgres: [12, 13] },
  ],
  invalid: [
    { hba: 'hosst all all 10.0.0.0/8 md5\n', errors: [{ messageId: 'refused', line: 1, column: 1, endColumn: 6 }] },
    {
      name: 'a missing column, told by what is in its place',
      hba: 'host all 127.0.0.1 255.255.255.255 trust\nhost all 10.0.0.0/8 md5\nhost 10.0.0.0/8 md5\nhost all all md5\nhost all md5\nlocal all trust\nlocal peer\nhost all all 10.0.0.1\n',
      errors: [
        {
          messageId: 'refused',
          line: 1,
          text: '127.0.0.1',
          message:
            'The user is missing: "127.0.0.1" is in its place. The columns are type, database, user, address and method. PostgreSQL rejects the whole file.',
        },
        { messageId: 'refused', line: 2, text: '10.0.0.0/8' },
        { messageId: 'refused', line: 3, text: '10.0.0.0/8' },
        { messageId: 'refused', line: 4, text: 'md5' },
        { messageId: 'refused', line: 5, text: 'md5' },
        { messageId: 'refused', line: 6, text: 'trust' },
        { messageId: 'refused', line: 7, text: 'peer' },
        { messageId: 'refused', line: 8, text: 'host all all 10.0.0.1' },
      ],
    },
    {
      name: 'one column too many, told by what it pushes along',
      hba: 'hostssl app app reporter 10.1.2.0/24 scram-sha-256\n',
      errors: [
        {
          messageId: 'refused',
          line: 1,
          text: '10.1.2.0/24',
          message:
            'The record has one column too many before its address. "10.1.2.0/24" stands where the method belongs. The columns are type, database, user, address and method, and of app app reporter the first is the database and the second the user; write lists with commas. PostgreSQL rejects the whole file.',
        },
      ],
    },
    {
      name: 'no blank between mask and method',
      hba: 'host all all ::1/128scram-sha-256\n',
      errors: [
        {
          messageId: 'refused',
          line: 1,
          text: '::1/128scram-sha-256',
          message:
            'A space is missing between /128 and scram-sha-256. The two are one word here. PostgreSQL rejects the whole file.',
        },
      ],
    },
    {
      name: 'a comma that ends the value of an option',
      hba: 'host all all all ldap ldapserver=l ldapbasedn=cn=users,cn=accounts\n',
      errors: [
        {
          messageId: 'refused',
          line: 1,
          text: 'cn=accounts',
          message:
            'The comma after "ldapbasedn=cn=users" ends the value of ldapbasedn. So "cn=accounts" is read as an option of its own. PostgreSQL rejects the whole file. Put double quotes around it: "ldapbasedn=cn=users,cn=accounts".',
        },
      ],
    },
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
    {
      name: 'words in capitals, and addresses without a mask, in their columns',
      hba: 'HOST    all   all   10.0.0.1         Md5\nhost    all   all   10.0.0.1         md5 # one\nhost    all   all   ::1 md5\nHostSSL all all all SCRAM-SHA-256\n',
      errors: [
        { messageId: 'refused', line: 1, text: 'HOST' },
        { messageId: 'refused', line: 2, text: 'md5' },
        { messageId: 'refused', line: 3, text: 'md5' },
        { messageId: 'refused', line: 4, text: 'HostSSL' },
      ],
      output:
        'host    all   all   10.0.0.1         Md5\nhost    all   all   10.0.0.1/32      md5 # one\nhost    all   all   ::1/128 md5\nhostssl all all all scram-sha-256\n',
    },
    {
      name: 'a host name with a mask of one address, and one with a network’s',
      hba: 'host all all db.example.com/32 md5\nhost all all db.example.com/24 md5\nhost all all 10.0.0.256/32 md5\n',
      errors: [
        { messageId: 'refused', line: 1, text: 'db.example.com/32' },
        {
          messageId: 'refused',
          line: 2,
          text: 'db.example.com/24',
          suggestions: [
            {
              title: 'Remove /24 after the host name',
              output:
                'host all all db.example.com/32 md5\nhost all all db.example.com md5\nhost all all 10.0.0.256/32 md5\n',
            },
          ],
        },
        { messageId: 'refused', line: 3, text: '10.0.0.256/32' },
      ],
      output: 'host all all db.example.com md5\nhost all all db.example.com/24 md5\nhost all all 10.0.0.256/32 md5\n',
    },
    {
      name: 'values of clientcert from before 14',
      hba: 'hostssl all all all md5 clientcert=1 # a\nhostssl all all all md5  "clientcert=1"\nhostssl all all all md5 clientcert=no-verify\nhostssl all all all cert clientcert=1\nhostssl all all all cert clientcert=verify-ca map=m\n',
      postgres: 14,
      errors: [
        { messageId: 'refused', line: 1, text: 'clientcert=1' },
        { messageId: 'refused', line: 2, text: '"clientcert=1"' },
        { messageId: 'refused', line: 3, text: 'clientcert=no-verify' },
        { messageId: 'refused', line: 4, text: 'clientcert=1' },
        { messageId: 'refused', line: 5, text: 'clientcert=verify-ca' },
      ],
      output:
        'hostssl all all all md5 clientcert=verify-ca # a\nhostssl all all all md5  "clientcert=verify-ca"\nhostssl all all all md5\nhostssl all all all cert\nhostssl all all all cert map=m\n',
    },
    {
      name: 'what needs TLS',
      hba: 'host all all all cert\nhost all all all md5 clientcert=verify-ca\n',
      errors: [
        {
          messageId: 'refused',
          line: 1,
          text: 'cert',
          suggestions: [
            {
              title: 'Write hostssl (clients without TLS no longer match)',
              output: 'hostssl all all all cert\nhost all all all md5 clientcert=verify-ca\n',
            },
          ],
        },
        {
          messageId: 'refused',
          line: 2,
          text: 'clientcert=verify-ca',
          suggestions: [
            {
              title: 'Write hostssl (clients without TLS no longer match)',
              output: 'host all all all cert\nhostssl all all all md5 clientcert=verify-ca\n',
            },
          ],
        },
      ],
    },
    {
      name: 'a missing column, and what may be a network',
      hba: 'host all 127.0.0.1 255.255.255.255 trust\nhost all 10.0.0.1 10.0.0.2 md5\nhost all all 10.1.2.0 md5\n',
      errors: [
        { messageId: 'refused', line: 1, text: '127.0.0.1' },
        { messageId: 'refused', line: 2, text: '10.0.0.1' },
        {
          messageId: 'refused',
          line: 3,
          text: 'md5',
          suggestions: [
            {
              title: 'Write 10.1.2.0/32, this one address',
              output:
                'host all 127.0.0.1 255.255.255.255 trust\nhost all 10.0.0.1 10.0.0.2 md5\nhost all all 10.1.2.0/32 md5\n',
            },
          ],
        },
      ],
    },
  ],
});
