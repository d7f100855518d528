import rule from '../../../rules/ident/invalid-mapping.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'staff alice alice_app\n',
    'staff /^(.*)@example\\.com$ \\1\n',
    '# nothing\n',
    { ident: 'staff alice +admins\n', postgres: [10, 18] },
  ],
  invalid: [
    { ident: 'staff alice\n', errors: [{ messageId: 'refused', line: 1, column: 1 }] },
    { ident: 'ok a b\nstaff\n', errors: [{ messageId: 'refused', line: 2, column: 1 }] },
    { ident: 'staff /( alice\n', errors: [{ messageId: 'refused', line: 1, text: '/(' }] },
    { ident: 'staff a,b alice\n', errors: [{ messageId: 'refused', line: 1, text: 'b' }] },
    {
      name: 'a file that was skipped',
      ident: 'include_if_exists conf.d\nstaff a b\n',
      files: { 'conf.d/x': '' },
      errors: [{ messageId: 'ignored', line: 1, text: 'conf.d' }],
    },
  ],
});
