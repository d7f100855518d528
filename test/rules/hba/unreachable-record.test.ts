import rule from '../../../rules/hba/unreachable-record.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'local app app scram-sha-256\nlocal all all peer\n',
    'host all all 10.0.0.0/8 reject\nhost all all all scram-sha-256\n',
    { name: 'all does not match replication', hba: 'host all all all md5\nhost replication all all scram-sha-256\n' },
    { name: 'members of a role are not known', hba: 'local all +ops peer\nlocal all alice scram-sha-256\n' },
    { name: 'one address family', hba: 'host all all 0.0.0.0/0 md5\nhost all all all scram-sha-256\n' },
    { name: 'the same method: hba/redundant-record', hba: 'local all all peer\nlocal app app peer\n' },
  ],
  invalid: [
    {
      hba: 'local all all peer\nlocal app app scram-sha-256 # app\n',
      errors: [
        {
          messageId: 'other',
          line: 2,
          column: 1,
          message:
            'Never reached: line 1 matches first. The same clients need peer there, not scram-sha-256. Move this above, or remove it.',
          suggestions: [
            { title: 'Move it above line 1', output: 'local app app scram-sha-256 # app\nlocal all all peer\n' },
            { title: 'Remove the record', output: 'local all all peer\n# app\n' },
          ],
        },
      ],
    },
    {
      hba: 'host all all 10.0.0.0/8 trust\nhost all all 10.0.9.0/24 reject\n',
      errors: [
        {
          messageId: 'reject',
          line: 2,
          column: 1,
          message:
            'Never reached: line 1 matches first. The same clients are let in there (trust). Move this record above, or remove it.',
          suggestions: [
            {
              title: 'Move it above line 1',
              output: 'host all all 10.0.9.0/24 reject\nhost all all 10.0.0.0/8 trust\n',
            },
            { title: 'Remove the record', output: 'host all all 10.0.0.0/8 trust\n' },
          ],
        },
      ],
    },
    {
      hba: 'host all all 0.0.0.0/1 md5\nhost all all 128.0.0.0/1 trust\nhost app app 0.0.0.0/0 scram-sha-256',
      errors: [
        {
          messageId: 'weaker',
          line: 3,
          column: 1,
          message:
            'Never reached: lines 1 and 2 together match first. The same clients need less there (md5, trust, not scram-sha-256). Move this above, or remove it.',
          suggestions: [
            {
              title: 'Move it above line 1',
              output:
                'host app app 0.0.0.0/0 scram-sha-256\nhost all all 0.0.0.0/1 md5\nhost all all 128.0.0.0/1 trust\n',
            },
            { title: 'Remove the record', output: 'host all all 0.0.0.0/1 md5\nhost all all 128.0.0.0/1 trust\n' },
          ],
        },
      ],
    },
    {
      name: 'encryption is lost, and a reject above',
      hba: 'host all all 10.0.0.0/8 md5\nhostssl all all 10.0.0.0/8 md5\nhost all all all reject\nhost app app ::1/128 md5\n',
      errors: [
        {
          messageId: 'plainer',
          line: 2,
          column: 1,
          suggestions: [
            {
              title: 'Move it above line 1',
              output:
                'hostssl all all 10.0.0.0/8 md5\nhost all all 10.0.0.0/8 md5\nhost all all all reject\nhost app app ::1/128 md5\n',
            },
            {
              title: 'Remove the record',
              output: 'host all all 10.0.0.0/8 md5\nhost all all all reject\nhost app app ::1/128 md5\n',
            },
          ],
        },
        {
          messageId: 'rejected',
          line: 4,
          column: 1,
          suggestions: [
            {
              title: 'Move it above line 3',
              output:
                'host all all 10.0.0.0/8 md5\nhostssl all all 10.0.0.0/8 md5\nhost app app ::1/128 md5\nhost all all all reject\n',
            },
            {
              title: 'Remove the record',
              output: 'host all all 10.0.0.0/8 md5\nhostssl all all 10.0.0.0/8 md5\nhost all all all reject\n',
            },
          ],
        },
      ],
    },
    {
      name: 'the same connections, in an included file',
      hba: 'include a.conf\nhost all all 10.0.0.0/8 scram-sha-256\n',
      files: { 'a.conf': 'host all all 10.0.0.0/8 password\n' },
      errors: [
        {
          messageId: 'weaker',
          line: 2,
          column: 1,
          message:
            'Never reached: line 1 of a.conf matches first. The same clients need less there (password, not scram-sha-256). Move this above, or remove it.',
          suggestions: [{ title: 'Remove the record', output: 'include a.conf\n' }],
        },
      ],
    },
    {
      name: 'a weaker one below is not to be moved up',
      hba: 'host all all 10.0.0.0/8 md5\nhost app app 10.0.0.0/8 trust\n',
      errors: [
        {
          messageId: 'stronger',
          line: 2,
          column: 1,
          message:
            'Never reached: line 1 matches first. The same clients need more there (md5, not trust). Remove this record.',
          suggestions: [{ title: 'Remove the record', output: 'host all all 10.0.0.0/8 md5\n' }],
        },
      ],
    },
  ],
});
