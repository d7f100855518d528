import rule from '../../../rules/suppressions/malformed.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { hba: '# pgconflint is a linter\nlocal all all trust\n' },
    { hba: '# pgconflint disable what you like\nlocal all all trust\n' },
    { hba: '# pgconflint: postgres=16\nlocal all all trust\n' },
  ],
  invalid: [
    {
      hba: '# pgconflint-ignore hba/no-trust\nlocal all all trust\n',
      errors: [{ messageId: 'malformed', line: 1, column: 1 }],
      output: 'local all all trust\n',
    },
    ...[
      ['pgconflint-disable-nextline', 'pgconflint-disable-next-line'],
      ['pgconflint-disable_next_line', 'pgconflint-disable-next-line'],
      ['pgconflint-disable-next-lines', 'pgconflint-disable-next-line'],
      ['pgconflint-disabel-line', 'pgconflint-disable-line'],
      ['pgconflint: disable-file', 'pgconflint-disable-file'],
      ['pgconflint:disable', 'pgconflint-disable'],
      ['pgconflint disable-next-line', 'pgconflint-disable-next-line'],
    ].map(([written, meant]) => ({
      name: written!,
      hba: `# ${written} hba/no-trust -- why\nlocal all all trust\n`,
      errors: [
        {
          messageId: 'malformed',
          line: 1,
          column: 1,
          suggestions: [{ title: 'Remove the comment', output: 'local all all trust\n' }],
        },
      ],
      output: `# ${meant} hba/no-trust -- why\nlocal all all trust\n`,
    })),
    {
      hba: '# pgconflint-disable hba/no-trust -- until 2026-02-30: x\nlocal all all trust\n',
      errors: [{ messageId: 'expiry', line: 1, column: 1 }],
      output: 'local all all trust\n',
    },
    ...[
      ['2999/3/1', '2999-03-01'],
      ['29990301', '2999-03-01'],
      ['1.3.2999', '2999-03-01'],
    ].map(([written, meant]) => ({
      name: written!,
      hba: `local all all trust # pgconflint-disable-line -- until ${written}: x\n`,
      errors: [{ messageId: 'expiry', line: 1, column: 21 }],
      output: `local all all trust # pgconflint-disable-line -- until ${meant}: x\n`,
    })),
    {
      name: 'whether the month or the day comes first is not known',
      hba: 'local all all trust # pgconflint-disable-line -- until 03/01/2999: x\n',
      errors: [{ messageId: 'expiry', line: 1, column: 21 }],
      output: 'local all all trust\n',
    },
  ],
});
