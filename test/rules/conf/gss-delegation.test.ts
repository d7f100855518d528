import rule from '../../../rules/conf/gss-delegation.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: ['', 'gss_accept_delegation = off\n', { conf: 'gss_accept_delegation = on\n', postgres: 15 }],
  invalid: [
    {
      conf: 'gss_accept_delegation = on\n',
      postgres: 16,
      errors: [{ messageId: 'set', line: 1, text: 'on' }],
      output: 'gss_accept_delegation = off\n',
    },
    {
      conf: "gss_accept_delegation = 'true' # fdw\n",
      errors: [{ messageId: 'set', line: 1, text: "'true'" }],
      output: 'gss_accept_delegation = off # fdw\n',
    },
    {
      conf: 'gss_accept_delegation = off\ngss_accept_delegation = 1\n',
      errors: [{ messageId: 'set', line: 2, text: '1' }],
      output: 'gss_accept_delegation = off\ngss_accept_delegation = off\n',
    },
  ],
});
