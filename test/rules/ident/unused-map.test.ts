import rule from '../../../rules/ident/unused-map.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { hba: 'local all all peer map=ops\n', ident: 'ops alice postgres\nops bob postgres\n' },
    { name: 'the other file is not there', ident: 'ops alice postgres\n' },
    {
      name: 'a broken record may be the one that names it',
      hba: 'local all all peer map=ops x=1\n',
      ident: 'old a b\n',
    },
    {
      name: 'named by an included file',
      hba: 'include more.conf\n',
      ident: 'ops alice postgres\n',
      files: { 'more.conf': 'local all all peer map=ops\n' },
    },
  ],
  invalid: [
    {
      hba: 'local all all peer\n',
      ident: 'ops alice postgres\n',
      errors: [
        {
          messageId: 'unused',
          file: 'pg_ident.conf',
          line: 1,
          column: 1,
          endColumn: 4,
          message:
            'No record of pg_hba.conf has map=ops. So the one mapping of the map has no effect. Remove it, or use the map.',
          suggestions: [{ title: 'Remove the mapping', output: { 'pg_ident.conf': '' } }],
        },
      ],
    },
    {
      hba: 'local all all peer map=ops\n',
      ident: 'old alice a\nops alice a\nold bob b\n',
      errors: [
        {
          messageId: 'unused',
          file: 'pg_ident.conf',
          line: 1,
          text: 'old',
          suggestions: [{ title: 'Remove the mappings', output: { 'pg_ident.conf': 'ops alice a\n' } }],
        },
      ],
    },
    {
      name: 'letter case counts',
      hba: 'local all all peer map=ops\n',
      ident: 'ops alice a\nOPS alice a\n',
      errors: [
        {
          messageId: 'unused',
          file: 'pg_ident.conf',
          line: 2,
          text: 'OPS',
          suggestions: [{ title: 'Remove the mapping', output: { 'pg_ident.conf': 'ops alice a\n' } }],
        },
      ],
    },
  ],
});
