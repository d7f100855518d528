import rule from '../../../rules/hba/no-trust.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function suggestions(outputs: Record<string, string>) {
  return Object.entries(outputs).map(([method, output]) => ({ title: `Use ${method}`, output }));
}

testRule(rule, {
  valid: [
    { name: 'records that never decide', hba: 'host all all all md5\nhost all all 10.0.0.0/8 trust\n' },
    'local all all peer\n',
    'hostssl all all 10.0.0.0/8 scram-sha-256\n',
    'host trust trust 10.0.0.0/8 scram-sha-256\n',
    { name: 'a proof by certificate', hba: 'hostssl all all 10.0.0.0/8 trust clientcert=verify-full\n' },
    { hba: 'local all all trust\n', options: { allowLocal: true } },
    { hba: 'host all all ::1/128 trust\nhost all all samehost trust\n', options: { allowLoopback: true } },
    { hba: 'host app app 10.0.0.1/32 trust\n', options: { allow: [{ user: ['app'], address: ['10.0.0.1/32'] }] } },
    {
      name: 'the sample of before 9.1, with records of its own',
      files: {
        'pg_hba.conf.sample':
          'local all all trust\nhost all all 127.0.0.1/32 trust # IPv4\nhost all all ::1/128 trust\n',
      },
    },
    { name: 'a record that does not load', hba: 'host all all 10.0.0.0/8 trust unknown=1\n' },
  ],
  invalid: [
    {
      name: 'replication brings no role but every byte',
      hba: 'host replication all 10.0.0.0/24 trust\n',
      errors: [
        {
          messageId: 'remote',
          line: 1,
          text: 'trust',
          message:
            'Anyone from 10.0.0.0/24 gets in without a password. Each can copy the whole cluster as any role that may replicate. Use scram-sha-256.',
          suggestions: [{ title: 'Use scram-sha-256', output: 'host replication all 10.0.0.0/24 scram-sha-256\n' }],
        },
      ],
    },
    {
      name: 'a sample with a record of a person',
      files: { 'pg_hba.conf.sample': 'host all all 10.0.0.0/8 trust\n' },
      errors: [
        {
          messageId: 'remote',
          file: 'pg_hba.conf.sample',
          line: 1,
          text: 'trust',
          suggestions: [
            { title: 'Use scram-sha-256', output: { 'pg_hba.conf.sample': 'host all all 10.0.0.0/8 scram-sha-256\n' } },
          ],
        },
      ],
    },
    {
      hba: 'host all all 10.0.0.0/8 trust\n',
      errors: [
        {
          messageId: 'remote',
          line: 1,
          column: 25,
          endLine: 1,
          endColumn: 30,
          message:
            'Anyone from 10.0.0.0/8 gets in without a password. Each becomes any role, superusers included. Use scram-sha-256.',
          suggestions: suggestions({ 'scram-sha-256': 'host all all 10.0.0.0/8 scram-sha-256\n' }),
        },
      ],
    },
    {
      hba: 'local app "app" "trust" # socket\n',
      errors: [
        {
          messageId: 'local',
          line: 1,
          column: 17,
          text: '"trust"',
          suggestions: suggestions({
            peer: 'local app "app" peer # socket\n',
            'scram-sha-256': 'local app "app" scram-sha-256 # socket\n',
          }),
        },
      ],
    },
    {
      hba: 'host all a,b,c,d 127.0.0.1 255.255.255.255 trust\n',
      options: { allowLocal: true },
      errors: [
        {
          messageId: 'loopback',
          line: 1,
          text: 'trust',
          suggestions: suggestions({
            'scram-sha-256': 'host all a,b,c,d 127.0.0.1 255.255.255.255 scram-sha-256\n',
          }),
        },
      ],
    },
    {
      name: 'a network that is wider than the machine itself',
      hba: 'host all all 127.0.0.0/7 trust\nhost all all 127.0.0.1/32 trust\n',
      options: { allowLoopback: true, allow: [{ user: ['app'] }] },
      errors: [
        {
          messageId: 'remote',
          line: 1,
          text: 'trust',
          suggestions: suggestions({
            'scram-sha-256': 'host all all 127.0.0.0/7 scram-sha-256\nhost all all 127.0.0.1/32 trust\n',
          }),
        },
      ],
    },
  ],
});
