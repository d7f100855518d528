import rule from '../../../rules/suppressions/expired.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    {
      name: 'its last day',
      hba: '# pgconflint-disable-next-line hba/no-trust -- until 2026-01-01: x\nlocal all all trust\n',
    },
    { hba: '# pgconflint-disable-next-line hba/no-trust -- x\nlocal all all trust\n' },
  ],
  invalid: [
    {
      name: 'the day after',
      hba: '# pgconflint-disable-next-line hba/no-trust -- until 2025-12-31: x\nlocal all all trust\n',
      errors: [{ messageId: 'expired', line: 1, column: 1 }],
      output: 'local all all trust\n',
    },
  ],
});
