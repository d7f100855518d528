import rule from '../../../rules/hba/no-md5.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function scram(output: string) {
  const title = 'Use scram-sha-256 (roles whose password is stored as an MD5 hash can no longer log in)';
  return [{ title, output }];
}

testRule(rule, {
  valid: [
    'host all all 10.0.0.0/8 scram-sha-256\n',
    'host md5 md5 10.0.0.0/8 scram-sha-256 # md5\n',
    { hba: 'host old old 10.0.0.0/8 md5\n', options: { allow: [{ user: ['old'] }] } },
    '# pgconflint-disable-next-line hba/no-md5 -- until 2027-03-01: roles get new passwords\nhost all all 10.0.0.0/8 md5\n',
  ],
  invalid: [
    {
      hba: 'host all all 10.0.0.0/8 md5\n',
      postgres: 16,
      errors: [
        { messageId: 'md5', line: 1, column: 25, suggestions: scram('host all all 10.0.0.0/8 scram-sha-256\n') },
      ],
    },
    {
      hba: 'local all all "md5"\n',
      errors: [
        { messageId: 'deprecated', line: 1, text: '"md5"', suggestions: scram('local all all scram-sha-256\n') },
      ],
    },
    {
      hba: 'local all all md5\n',
      postgres: [17, 18],
      errors: [
        { messageId: 'md5', line: 1, text: 'md5', targets: [17], suggestions: scram('local all all scram-sha-256\n') },
        {
          messageId: 'deprecated',
          line: 1,
          text: 'md5',
          targets: [18],
          suggestions: scram('local all all scram-sha-256\n'),
        },
      ],
    },
  ],
});
