import rule from '../../../rules/ident/extra-column.js';
import { testRule } from '../../../src/linter/rule-tester.js';

// Run on PostgreSQL 15.20: pg_ident_file_mappings shows "m Jane Doe postgres" as the system user Jane and the role Doe.
testRule(rule, {
  valid: [
    'm alice bob\n',
    'm "Jane Doe" postgres\n',
    'm alice bob # a comment\n',
    { name: 'broken for another reason', ident: 'm alice\n' },
  ],
  invalid: [
    {
      ident: 'm Jane Doe postgres\n',
      errors: [
        {
          messageId: 'extra',
          line: 1,
          text: 'postgres',
          message: 'A mapping has three columns, so postgres is ignored. It maps Jane to Doe. Quote names with spaces.',
        },
      ],
    },
    { ident: 'm alice bob carol dave\n', errors: [{ messageId: 'extra', line: 1, text: 'carol dave' }] },
    { ident: 'm a b\nm /^x$ y 10.0.0.1\n', errors: [{ messageId: 'extra', line: 2, text: '10.0.0.1' }] },
  ],
});
