import rule from '../../../rules/hba/host-bits.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'host all all 10.0.0.0/8 scram-sha-256\n',
    'host all all 10.1.2.3/32 scram-sha-256\n',
    'host all all 0.0.0.0/0 scram-sha-256\nhost all all ::/0 scram-sha-256\n',
    'host all all 10.1.0.0 255.255.0.0 scram-sha-256\n',
    { name: 'a mask with holes', hba: 'host all all 10.1.2.3 255.0.255.0 scram-sha-256\n' },
    { name: 'a record that does not load', hba: 'host all all 10.1.2.3/8 scram-sha-256 map=a\n' },
    { hba: 'host all all 10.1.2.3/8 md5\n', options: { allow: [{ address: ['10.1.2.3/8'] }] } },
  ],
  invalid: [
    {
      // As inet_aton reads them: 192.168.0.1, 10.0.0.1 and 8.1.2.0.
      hba: 'host a b 192.168.1/24 md5\nhost a b 10.1/16 md5\nhost a b 010.001.002.000/24 md5\n',
      errors: [
        {
          messageId: 'short',
          line: 1,
          text: '192.168.1/24',
          message:
            '192.168.1/24 is the network 192.168.0.0/24. The last part fills the missing ones. Write 192.168.1.0/24.',
          suggestions: [
            {
              title: 'Write 192.168.1.0/24',
              output: 'host a b 192.168.1.0/24 md5\nhost a b 10.1/16 md5\nhost a b 010.001.002.000/24 md5\n',
            },
          ],
        },
        {
          messageId: 'short',
          line: 2,
          text: '10.1/16',
          suggestions: [
            {
              title: 'Write 10.1.0.0/16',
              output: 'host a b 192.168.1/24 md5\nhost a b 10.1.0.0/16 md5\nhost a b 010.001.002.000/24 md5\n',
            },
          ],
        },
        {
          messageId: 'octal',
          line: 3,
          text: '010.001.002.000/24',
          message:
            '010.001.002.000/24 is the network 8.1.2.0/24. A part that begins with 0 is octal. Write 10.1.2.0/24.',
          suggestions: [
            {
              title: 'Write 10.1.2.0/24',
              output: 'host a b 192.168.1/24 md5\nhost a b 10.1/16 md5\nhost a b 10.1.2.0/24 md5\n',
            },
          ],
        },
      ],
    },
    {
      hba: 'host all all 0.0.0.0/32 trust\nhost all all ::/128 trust\n',
      errors: [
        {
          messageId: 'nobody',
          line: 1,
          text: '0.0.0.0/32',
          message:
            '0.0.0.0/32 matches no client. No client has such an address. Write 0.0.0.0/0 for every IPv4 address.',
          suggestions: [
            { title: 'Write 0.0.0.0/0', output: 'host all all 0.0.0.0/0 trust\nhost all all ::/128 trust\n' },
          ],
        },
        {
          messageId: 'nobody',
          line: 2,
          text: '::/128',
          suggestions: [{ title: 'Write ::/0', output: 'host all all 0.0.0.0/32 trust\nhost all all ::/0 trust\n' }],
        },
      ],
    },
    {
      hba: 'host all all 10.1.2.3/8      scram-sha-256\n',
      errors: [
        {
          messageId: 'hostBits',
          line: 1,
          column: 14,
          endColumn: 24,
          message:
            '10.1.2.3/8 matches all of 10.0.0.0/8. Only its first 8 bits count. Write 10.0.0.0/8, or 10.1.2.3/32 for one host.',
          suggestions: [
            { title: 'Write 10.0.0.0/8', output: 'host all all 10.0.0.0/8      scram-sha-256\n' },
            { title: 'Write 10.1.2.3/32', output: 'host all all 10.1.2.3/32     scram-sha-256\n' },
          ],
        },
      ],
    },
    {
      name: 'a netmask column',
      hba: 'host all all 192.168.1.7 255.255.255.0 md5 # office\n',
      errors: [
        {
          messageId: 'hostBits',
          line: 1,
          text: '192.168.1.7 255.255.255.0',
          suggestions: [
            { title: 'Write 192.168.1.0/24', output: 'host all all 192.168.1.0/24 md5 # office\n' },
            { title: 'Write 192.168.1.7/32', output: 'host all all 192.168.1.7/32 md5 # office\n' },
          ],
        },
      ],
    },
    {
      hba: 'host all all 2001:db8:0:0:1::5/64 reject\n',
      errors: [
        {
          messageId: 'hostBits',
          line: 1,
          text: '2001:db8:0:0:1::5/64',
          suggestions: [
            { title: 'Write 2001:db8::/64', output: 'host all all 2001:db8::/64 reject\n' },
            { title: 'Write 2001:db8::1:0:0:5/128', output: 'host all all 2001:db8::1:0:0:5/128 reject\n' },
          ],
        },
      ],
    },
    {
      name: 'the address of a network as that of a machine',
      hba: 'host all all 10.1.2.0/32 md5\n',
      errors: [
        {
          messageId: 'networkAddress',
          line: 1,
          text: '10.1.2.0/32',
          message:
            '10.1.2.0/32 matches one host only. 10.1.2.0 is the address of a network. Write 10.1.2.0/24 for the network.',
          suggestions: [{ title: 'Write 10.1.2.0/24', output: 'host all all 10.1.2.0/24 md5\n' }],
        },
      ],
    },
    {
      hba: 'host all all 127.0.0.0 255.255.255.255 md5\n',
      errors: [
        {
          messageId: 'networkAddress',
          line: 1,
          text: '127.0.0.0 255.255.255.255',
          suggestions: [{ title: 'Write 127.0.0.0/8', output: 'host all all 127.0.0.0/8 md5\n' }],
        },
      ],
    },
    {
      name: 'nobody, with a mask column',
      hba: 'host all all 0.0.0.0 255.255.255.255 md5\n',
      errors: [
        {
          messageId: 'nobody',
          line: 1,
          text: '0.0.0.0 255.255.255.255',
          suggestions: [{ title: 'Write 0.0.0.0/0', output: 'host all all 0.0.0.0/0 md5\n' }],
        },
      ],
    },
    {
      hba: 'host all all 255.255.255.255/32 md5\n',
      errors: [
        {
          messageId: 'nobody',
          line: 1,
          text: '255.255.255.255/32',
          suggestions: [{ title: 'Write 0.0.0.0/0', output: 'host all all 0.0.0.0/0 md5\n' }],
        },
      ],
    },
  ],
});
