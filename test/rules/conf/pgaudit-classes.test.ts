import rule from '../../../rules/conf/pgaudit-classes.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const loaded = "shared_preload_libraries = 'pg_stat_statements, pgaudit'\n";

testRule(rule, {
  valid: [
    '',
    { name: 'not loaded', conf: "pgaudit.log = 'none'\n" },
    `${loaded}pgaudit.log = 'all'\n`,
    `${loaded}pgaudit.log = 'ROLE, write, ddl'\n`,
    { conf: `${loaded}pgaudit.log = 'ddl'\n`, options: { require: ['ddl'] } },
  ],
  invalid: [
    {
      conf: `${loaded}pgaudit.log = 'ddl'\n`,
      errors: [
        {
          messageId: 'missing',
          line: 2,
          text: "'ddl'",
          suggestions: [
            { title: "Set pgaudit.log = 'ddl, role, write'", output: `${loaded}pgaudit.log = 'ddl, role, write'\n` },
          ],
        },
      ],
    },
    {
      conf: `${loaded}pgaudit.log = 'ddl, writes'\n`,
      errors: [{ messageId: 'unknown', line: 2, text: "'ddl, writes'" }],
    },
    {
      conf: `${loaded}pgaudit.log = ''\n`,
      options: { require: ['ddl'] },
      errors: [
        {
          messageId: 'nothing',
          line: 2,
          text: "''",
          suggestions: [{ title: "Set pgaudit.log = 'ddl'", output: `${loaded}pgaudit.log = 'ddl'\n` }],
        },
      ],
    },
  ],
});
