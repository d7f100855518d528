import rule from '../../../rules/hba/address-like-name.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'host all all 10.0.0.0/8 scram-sha-256\n',
    'host all all db1.example.com scram-sha-256\nhost all all .example.com md5\n',
    {
      name: 'names may begin with digits',
      hba: 'host all all 3com.example md5\nhost all all 10-0-0-1.ec2.internal md5\n',
    },
  ],
  invalid: [
    {
      hba: 'host all all 192.168.1.* scram-sha-256\n',
      errors: [
        {
          messageId: 'notAnAddress',
          line: 1,
          column: 14,
          endColumn: 25,
          suggestions: [{ title: 'Write 192.168.1.0/24', output: 'host all all 192.168.1.0/24 scram-sha-256\n' }],
        },
      ],
    },
    {
      hba: 'host all all 10.0.* md5\n',
      errors: [
        {
          messageId: 'notAnAddress',
          line: 1,
          text: '10.0.*',
          suggestions: [{ title: 'Write 10.0.0.0/16', output: 'host all all 10.0.0.0/16 md5\n' }],
        },
      ],
    },
    {
      hba: 'host all all 192.168.1.256 md5\nhost all all 10.0.0.1-10.0.0.9 md5\n',
      errors: [
        { messageId: 'notAnAddress', line: 1, text: '192.168.1.256' },
        { messageId: 'notAnAddress', line: 2, text: '10.0.0.1-10.0.0.9' },
      ],
    },
    // Run on 15.20: pg_hba_file_rules shows each of them as a host name.
    ...[
      ['10.0.0.1:5432', '10.0.0.1/32'],
      ['10.0.0.0\\24', '10.0.0.0/24'],
      ['[::1]', '::1/128'],
      ['[fe80::1]:5432', 'fe80::1/128'],
    ].map(([written, right]) => ({
      hba: `host all all ${written} md5\n`,
      errors: [
        {
          messageId: 'notAnAddress',
          line: 1,
          text: written!,
          suggestions: [{ title: `Write ${right}`, output: `host all all ${right} md5\n` }],
        },
      ],
    })),
  ],
});
