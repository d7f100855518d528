import rule from '../../../rules/conf/authentication-timeout.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { name: 'the default', conf: 'port = 1\n' },
    'authentication_timeout = 1min\n',
    'authentication_timeout = 30\n',
    { conf: 'authentication_timeout = 5min\n', options: { maximum: 300 } },
  ],
  invalid: [
    {
      conf: 'authentication_timeout = 10min # ldap\n',
      errors: [
        {
          messageId: 'long',
          line: 1,
          text: '10min',
          message:
            'A client may take 600 seconds to log in. A few that never do keep everyone out (authentication_timeout). Set 60s.',
        },
      ],
      output: 'authentication_timeout = 60s # ldap\n',
    },
    {
      conf: 'authentication_timeout = 1\n',
      errors: [{ messageId: 'short', line: 1, text: '1' }],
      output: 'authentication_timeout = 5s\n',
    },
    {
      conf: 'port = 1\n#authentication_timeout = 1min\t# 1s-600s\n',
      options: { maximum: 30 },
      errors: [{ messageId: 'long', line: 2, text: '#authentication_timeout = 1min' }],
      output: 'port = 1\n#authentication_timeout = 1min\t# 1s-600s\nauthentication_timeout = 30s\n',
    },
  ],
});
