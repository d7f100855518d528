import rule from '../../../rules/cluster/expired-comment.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const options = { today: '2026-06-01' };

testRule(rule, {
  valid: [
    { hba: 'local all all peer # expires: 2026-06-01\n', options },
    { hba: 'local all all peer # changed 2020-01-01 by bob\n', options },
    { conf: "cluster_name = 'until 2020-01-01'\n", options },
  ],
  invalid: [
    {
      hba: 'local all all peer # expires: 2026-05-31\n',
      options,
      errors: [
        {
          messageId: 'expired',
          line: 1,
          column: 20,
          message: 'This was meant to last until 2026-05-31. Remove what it is about, or give it a new day.',
        },
      ],
    },
    {
      conf: '# TODO remove after 2026-01-01\nport = 5433\n',
      options,
      errors: [{ messageId: 'expired', line: 1, column: 1 }],
    },
    {
      name: 'the day of the run',
      ident: 'm a b # until 2020-01-01\n',
      errors: [{ messageId: 'expired', line: 1, column: 7 }],
    },
  ],
});
