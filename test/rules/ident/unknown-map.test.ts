import rule from '../../../rules/ident/unknown-map.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { hba: 'local all all peer map=ops\n', ident: 'ops alice postgres\n' },
    { name: 'the other file is not there', hba: 'local all all peer map=ops\n' },
    { name: 'map on a method that takes none: hba/invalid-record', hba: 'local all all md5 map=ops\n', ident: '' },
    {
      name: 'in an included file',
      hba: 'local all all peer map=ops\n',
      ident: 'include more.conf\n',
      files: { 'more.conf': 'ops alice postgres\n' },
    },
    { name: 'the last of a name counts', hba: 'local all all peer map=old map=ops\n', ident: 'ops alice postgres\n' },
  ],
  invalid: [
    {
      hba: 'local all all peer map=ops\n',
      ident: '# no mappings\n',
      errors: [
        {
          messageId: 'unknown',
          line: 1,
          column: 20,
          endColumn: 27,
          message:
            'pg_ident.conf has no mapping for map=ops. Nobody gets in by this record. Add one (ops SYSTEM-USER ROLE).',
        },
      ],
    },
    {
      hba: 'hostssl all all all cert map=certs\n',
      ident: 'cert alice postgres\n',
      errors: [
        {
          messageId: 'unknown',
          line: 1,
          text: 'map=certs',
          suggestions: [{ title: 'Write map=cert', output: { 'pg_hba.conf': 'hostssl all all all cert map=cert\n' } }],
        },
      ],
    },
    {
      name: 'letter case counts',
      hba: 'local all all peer map=Ops\n',
      ident: 'ops alice postgres\n',
      errors: [
        {
          messageId: 'unknown',
          line: 1,
          text: 'map=Ops',
          suggestions: [{ title: 'Write map=ops', output: { 'pg_hba.conf': 'local all all peer map=ops\n' } }],
        },
      ],
    },
  ],
});
