import rule from '../../../rules/hba/partial-overlap.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    {
      name: 'one family is left, for which it does the same',
      hba: 'host all all 0.0.0.0/0 md5\nhost all all samenet md5\n',
    },
    { name: 'the rest is rejected', hba: 'host all all 0.0.0.0/0 md5\nhost all all all reject\n' },
    {
      name: 'the machine itself may do what others may not',
      hba: 'host all all 127.0.0.1/32 scram-sha-256\nhostnossl all all 0.0.0.0/0 reject\nhost replication all ::1/128 trust\nhost replication r all md5\n',
    },
    {
      name: 'an exception above a default',
      hba: 'host app app 10.0.0.5/32 trust\nhost all all 10.0.0.0/8 scram-sha-256\n',
    },
    {
      name: 'some are let in, the rest is rejected',
      hba: 'host app app 10.0.0.0/24 md5\nhost all all 10.0.0.0/8 reject\n',
    },
    { name: 'nothing in common', hba: 'host app all 10.0.0.0/8 md5\nhost web all 10.0.0.0/16 reject\n' },
    {
      name: 'covered wholly: hba/unreachable-record',
      hba: 'host all all 10.0.0.0/8 md5\nhost all all 10.0.0.0/16 reject\n',
    },
    {
      name: 'an earlier record that never decides takes nothing',
      hba: 'host shop shop 10.20.1.0/24 scram-sha-256\nhost shop shop 10.20.1.17/32 md5\nhostssl all shop 10.20.1.16/28 scram-sha-256\n',
    },
    { name: 'members are not known', hba: 'host all +ops 10.0.0.0/8 md5\nhost all alice 10.0.0.0/8 reject\n' },
    { name: 'a list of those who may not', hba: 'host all mallory all reject\nhost app all 10.0.0.0/8 md5\n' },
  ],
  invalid: [
    {
      name: 'sameuser has a name where the other record names one',
      hba: 'host shop shop 10.20.1.17/32 md5\nhostssl sameuser shop 10.20.0.0/16 scram-sha-256\n',
      errors: [
        {
          messageId: 'weakerAbove',
          line: 2,
          column: 1,
          message:
            'Line 1 asks some of these clients for less. It uses md5 for role shop in database shop from 10.20.1.17/32. Move this above it, or narrow that.',
        },
      ],
    },
    {
      hba: 'host all alice 10.0.0.0/8 md5\nhost all all 10.1.0.0/16 reject\n',
      errors: [
        {
          messageId: 'rejectBelow',
          line: 2,
          column: 1,
          message:
            'Line 1 lets some of these clients in first. That is role alice in any database from 10.1.0.0/16 (md5). Move this above it.',
        },
      ],
    },
    {
      hba: 'hostssl all all 10.0.0.0/8 trust\nhost app app 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'weakerAbove',
          line: 2,
          column: 1,
          message:
            'Line 1 asks some of these clients for less. It uses trust for role app in database app from 10.0.0.0/8. Move this above it, or narrow that.',
        },
      ],
    },
    {
      hba: 'host all mallory all reject\nhost app all 10.0.0.0/8 md5\nhost a,b all all scram-sha-256\n',
      options: { kinds: ['reject-above', 'other-method'] },
      errors: [
        { messageId: 'rejectAbove', line: 2, column: 1 },
        { messageId: 'rejectAbove', line: 3, column: 1 },
      ],
    },
    {
      hba: 'host a,b all all scram-sha-256\nhost b,d all all ldap ldapserver=a ldapprefix=x\n',
      options: { kinds: ['other-method'] },
      errors: [
        {
          messageId: 'otherMethod',
          line: 2,
          column: 1,
          message:
            'Line 1 matches some of these clients first. It uses scram-sha-256 for any role in database b. Make the two disjoint.',
        },
      ],
    },
    {
      name: 'only IPv6 is left for it',
      hba: 'host all all 127.0.0.1/32 trust\nhost all all 0.0.0.0/0 md5\nhost all all samenet trust\n',
      errors: [
        {
          messageId: 'oneFamilyLeft',
          line: 3,
          column: 1,
          message:
            'Line 2 already matches every IPv4 address. It uses md5; this decides only IPv6. Move this above it for both.',
        },
      ],
    },
    {
      name: 'only IPv4 is left for it',
      hba: 'host all all ::/0 scram-sha-256\nhostssl app app samenet cert\n',
      errors: [{ messageId: 'oneFamilyLeft', line: 2, column: 1 }],
    },
  ],
});
