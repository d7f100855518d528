import rule from '../../../rules/suppressions/unknown-rule.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [{ hba: '# pgconflint-disable-next-line suppressions/unknown-rule\nlocal all all trust\n' }],
  invalid: [
    {
      hba: '# pgconflint-disable-next-line suppressions/unknown-rul -- x\nlocal all all trust\n',
      errors: [
        {
          messageId: 'unknown',
          line: 1,
          text: 'suppressions/unknown-rul',
          message:
            'There is no rule “suppressions/unknown-rul”. This name suppresses nothing. Did you mean suppressions/unknown-rule?',
          suggestions: [
            {
              title: 'Write suppressions/unknown-rule',
              output: '# pgconflint-disable-next-line suppressions/unknown-rule -- x\nlocal all all trust\n',
            },
          ],
        },
      ],
      output: 'local all all trust\n',
    },
    {
      hba: '# pgconflint-disable-next-line x/y, suppressions/unknown-rule -- x\nlocal all all trust\n',
      errors: [{ messageId: 'unknown', line: 1, text: 'x/y' }],
      output: '# pgconflint-disable-next-line suppressions/unknown-rule -- x\nlocal all all trust\n',
    },
  ],
});
