import rule from '../../../rules/suppressions/malformed.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [{ hba: '# pgconflint is a linter\nlocal all all trust\n' }],
  invalid: [
    {
      hba: '# pgconflint-ignore hba/no-trust\nlocal all all trust\n',
      errors: [{ messageId: 'malformed', line: 1, column: 1 }],
    },
    {
      hba: '# pgconflint-disable hba/no-trust -- until 2026-02-30: x\nlocal all all trust\n',
      errors: [{ messageId: 'expiry', line: 1, column: 1 }],
    },
  ],
});
