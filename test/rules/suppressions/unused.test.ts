import rule from '../../../rules/suppressions/unused.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { hba: 'local all all peer\n' },
    { name: 'a rule that is off', hba: '# pgconflint-disable-next-line hba/no-trust -- x\nlocal all all trust\n' },
    {
      name: 'an expired one is another rule’s',
      hba: '# pgconflint-disable-next-line -- until 2020-01-01: x\nlocal all all trust\n',
    },
  ],
  invalid: [
    {
      hba: 'local all all peer # pgconflint-disable-line\nlocal a a peer\n',
      errors: [{ messageId: 'nothing', line: 1, text: '# pgconflint-disable-line' }],
      output: 'local all all peer\nlocal a a peer\n',
    },
    {
      hba: '# first\n  # pgconflint-disable-file -- x\r\nlocal all all peer\n',
      errors: [{ messageId: 'nothing', line: 2, column: 3 }],
      output: '# first\nlocal all all peer\n',
    },
    {
      name: 'a comment without a line end',
      hba: 'local all all peer\n# pgconflint-disable',
      errors: [{ messageId: 'nothing', line: 2, column: 1 }],
      output: 'local all all peer\n',
    },
    {
      options: { rulesThatAreOff: true },
      hba: '# pgconflint-disable-next-line hba/no-trust, suppressions/unused, hba/no-md5 -- x\nlocal all all peer\n',
      errors: [
        { messageId: 'off', line: 1, text: 'hba/no-trust' },
        { messageId: 'rule', line: 1, text: 'suppressions/unused' },
        { messageId: 'off', line: 1, text: 'hba/no-md5' },
      ],
      output: 'local all all peer\n',
    },
  ],
});
