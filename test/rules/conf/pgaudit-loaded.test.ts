import rule from '../../../rules/conf/pgaudit-loaded.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function load(output: string) {
  return [{ title: 'Load pgaudit (takes effect at the next restart, which fails where it is not installed)', output }];
}

testRule(rule, {
  valid: [
    "shared_preload_libraries = 'pgaudit'\n",
    'shared_preload_libraries = \'pg_stat_statements, "$libdir/pgaudit.so"\'\n',
    { conf: 'shared_preload_libraries = edb_audit\n', options: { alternatives: ['edb_audit'] } },
    { files: { 'conf.d/a.conf': 'port = 1\n' } },
    {
      name: 'of such a list the server loads nothing, as another rule says',
      conf: "shared_preload_libraries = 'a,'\n",
    },
    { name: 'the letter case, too, is for another rule', conf: "shared_preload_libraries = 'PgAudit'\n" },
  ],
  invalid: [
    {
      name: 'quoted names and their letter case stay what they are',
      conf: 'shared_preload_libraries = \'"MyAudit,x", /opt/Libs/Foo\'\n',
      errors: [
        {
          messageId: 'without',
          line: 1,
          column: 28,
          suggestions: load('shared_preload_libraries = \'"MyAudit,x", /opt/Libs/Foo, pgaudit\'\n'),
        },
      ],
    },
    {
      name: 'a backslash stays one',
      conf: "shared_preload_libraries = 'C:\\\\pg\\\\x'\n",
      errors: [
        {
          messageId: 'without',
          line: 1,
          column: 28,
          suggestions: load("shared_preload_libraries = 'C:\\\\pg\\\\x, pgaudit'\n"),
        },
      ],
    },
    {
      conf: "shared_preload_libraries = 'pg_stat_statements'\n",
      errors: [
        {
          messageId: 'without',
          line: 1,
          column: 28,
          endColumn: 48,
          suggestions: load("shared_preload_libraries = 'pg_stat_statements, pgaudit'\n"),
        },
      ],
    },
    {
      conf: 'port = 1\n',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 1,
          suggestions: load("port = 1\nshared_preload_libraries = 'pgaudit'\n"),
        },
      ],
    },
    {
      name: 'a name that only contains it',
      conf: "shared_preload_libraries = 'pgaudit_analyze'\n",
      options: { alternatives: ['other'] },
      errors: [
        {
          messageId: 'without',
          line: 1,
          text: "'pgaudit_analyze'",
          suggestions: load("shared_preload_libraries = 'pgaudit_analyze, pgaudit'\n"),
        },
      ],
    },
  ],
});
