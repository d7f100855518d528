import rule from '../../../rules/conf/restart-after-crash.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const suggestions = [{ title: 'Set restart_after_crash = on', output: 'restart_after_crash = on\n' }];

testRule(rule, {
  valid: ['', 'restart_after_crash = on\n', 'restart_after_crash = off\nrestart_after_crash = on\n'],
  invalid: [
    { conf: 'restart_after_crash = off\n', errors: [{ messageId: 'set', line: 1, text: 'off', suggestions }] },
    { conf: 'restart_after_crash = n\n', errors: [{ messageId: 'set', line: 1, text: 'n', suggestions }] },
    {
      conf: "restart_after_crash '0'\n",
      errors: [
        {
          messageId: 'set',
          line: 1,
          text: "'0'",
          suggestions: [{ title: 'Set restart_after_crash = on', output: 'restart_after_crash on\n' }],
        },
      ],
    },
  ],
});
