import rule from '../../../rules/conf/synchronous-standbys.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "synchronous_standby_names = 'standby1'\n",
    '',
    "synchronous_standby_names = 'FIRST 2 (a, b, c)'\n",
    "synchronous_standby_names = 'ANY 3 (*)'\n",
    "synchronous_standby_names = 'a, b'\n",
    { name: 'the server refuses it', conf: "synchronous_standby_names = '2 (a-b)'\n" },
  ],
  invalid: [
    { conf: "synchronous_standby_names = '2 (a)'\n", errors: [{ messageId: 'tooMany', line: 1, text: "'2 (a)'" }] },
    {
      conf: "synchronous_standby_names = 'ANY 2 (a, A)'\n",
      errors: [{ messageId: 'tooMany', line: 1, text: "'ANY 2 (a, A)'" }],
    },
    {
      conf: 'synchronous_standby_names = \'a, "b-1", a\'\n',
      errors: [{ messageId: 'twice', line: 1, text: '\'a, "b-1", a\'' }],
    },
    {
      conf: "synchronous_standby_names = 'none'\n",
      errors: [
        {
          messageId: 'word',
          line: 1,
          text: "'none'",
          suggestions: [{ title: "Set synchronous_standby_names = ''", output: "synchronous_standby_names = ''\n" }],
        },
      ],
    },
    {
      conf: "synchronous_standby_names = 'off'\n",
      errors: [
        {
          messageId: 'word',
          line: 1,
          text: "'off'",
          suggestions: [{ title: "Set synchronous_standby_names = ''", output: "synchronous_standby_names = ''\n" }],
        },
      ],
    },
    {
      conf: "synchronous_standby_names = 'ALL'\n",
      errors: [
        {
          messageId: 'word',
          line: 1,
          text: "'ALL'",
          suggestions: [{ title: "Set synchronous_standby_names = '*'", output: "synchronous_standby_names = '*'\n" }],
        },
      ],
    },
  ],
});
