import rule from '../../../rules/hba/no-cleartext-password.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function scram(output: string) {
  return [{ title: 'Use scram-sha-256', output }];
}

testRule(rule, {
  valid: [
    'hostssl all all 10.0.0.0/8 scram-sha-256\n',
    'host password password 10.0.0.0/8 md5\n',
    { hba: 'hostssl all all 10.0.0.0/8 password\nhostgssenc all all all password\n', options: { allowOverTls: true } },
    { hba: 'host app app all password\n', options: { allow: [{ database: ['app'], type: ['host'] }] } },
  ],
  invalid: [
    {
      hba: 'host all all 10.0.0.0/8 password\n',
      options: { allowOverTls: true },
      errors: [
        {
          messageId: 'readable',
          line: 1,
          column: 25,
          endLine: 1,
          endColumn: 33,
          suggestions: scram('host all all 10.0.0.0/8 scram-sha-256\n'),
        },
      ],
    },
    {
      hba: 'hostssl all all 10.0.0.0/8 password\n',
      errors: [
        {
          messageId: 'toServer',
          line: 1,
          text: 'password',
          suggestions: scram('hostssl all all 10.0.0.0/8 scram-sha-256\n'),
        },
      ],
    },
    {
      name: 'the socket and the loopback cannot be listened to from outside',
      hba: 'local all all password\n',
      options: { allowOverTls: true },
      errors: [
        { messageId: 'toServer', line: 1, text: 'password', suggestions: scram('local all all scram-sha-256\n') },
      ],
    },
    {
      hba: 'host all all ::1/128 password\n',
      errors: [
        {
          messageId: 'toServer',
          line: 1,
          text: 'password',
          suggestions: scram('host all all ::1/128 scram-sha-256\n'),
        },
      ],
    },
  ],
});
