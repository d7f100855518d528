import rule from '../../../rules/conf/library-list.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "local_preload_libraries = '$libdir/plugins/auto_explain'\nsession_preload_libraries = 'auto_explain'\n",
    "shared_preload_libraries = 'pg_stat_statements, auto_explain'\n",
    "shared_preload_libraries = ''\n",
    'shared_preload_libraries = \'"pg_stat_statements", $libdir/pgaudit.so\'\n',
    { name: 'a folder with a blank in its name', conf: "session_preload_libraries = '/opt/my lib/audit'\n" },
    { name: 'a library that is not known', conf: "shared_preload_libraries = 'MyAudit'\n" },
    { name: 'the folder and the ending are part of a name', conf: "session_preload_libraries = 'auto_explain.so'\n" },
    {
      name: 'known, though not with its parameters',
      conf: "shared_preload_libraries = 'citus, repmgr, pg_stat_monitor'\n",
    },
    { name: 'like two libraries', conf: "shared_preload_libraries = 'pg_stat_log, pltcl'\n" },
  ],
  invalid: [
    ...[
      ['pg_cron,pgaduit', 'pg_cron, pgaudit'],
      ['pg_stat_statement', 'pg_stat_statements'],
      ['auto_explan', 'auto_explain'],
      ['pg_audit', 'pgaudit'],
      ['pg-cron', 'pg_cron'],
      ['timescale', 'timescaledb'],
    ].map(([list, right]) => ({
      conf: `shared_preload_libraries = '${list}'\n`,
      errors: [
        {
          messageId: 'slip',
          line: 1,
          text: `'${list}'`,
          suggestions: [{ title: `Write '${right}'`, output: `shared_preload_libraries = '${right}'\n` }],
        },
      ],
    })),
    // Run on 15.20: could not access file "auto_explain;pg_stat_statements" and "{auto_explain}".
    ...[
      ['pg_stat_statements;pg_cron', 'pg_stat_statements, pg_cron'],
      ['pg_stat_statements | pg_cron', 'pg_stat_statements, pg_cron'],
      ['[pg_cron]', 'pg_cron'],
      ['{pg_cron}', 'pg_cron'],
    ].map(([list, right]) => ({
      conf: `shared_preload_libraries = '${list}'\n`,
      errors: [
        {
          messageId: 'sign',
          line: 1,
          text: `'${list}'`,
          suggestions: [{ title: `Write '${right}'`, output: `shared_preload_libraries = '${right}'\n` }],
        },
      ],
    })),
    {
      conf: "archive_mode = on\narchive_library = 'basic_archiv'\n",
      errors: [
        {
          messageId: 'slip',
          line: 2,
          text: "'basic_archiv'",
          suggestions: [
            { title: "Write 'basic_archive'", output: "archive_mode = on\narchive_library = 'basic_archive'\n" },
          ],
        },
      ],
    },
    {
      conf: "shared_preload_libraries = 'pg_stat_statements,,auto_explain,'\n",
      errors: [
        {
          messageId: 'syntax',
          line: 1,
          column: 28,
          message:
            'shared_preload_libraries has an empty element or a stray quote. The server only logs it and loads none of the libraries. Write one comma between two names and none at the ends: pg_stat_statements, auto_explain.',
          suggestions: [
            {
              title: "Write 'pg_stat_statements, auto_explain'",
              output: "shared_preload_libraries = 'pg_stat_statements, auto_explain'\n",
            },
          ],
        },
      ],
    },
    {
      conf: 'shared_preload_libraries = \'""\'  # none\n',
      errors: [{ messageId: 'empty', line: 1, text: '\'""\'' }],
      output: "shared_preload_libraries = ''  # none\n",
    },
    {
      name: 'ALTER SYSTEM SET … TO with one string for two names',
      conf: '\n',
      files: { 'postgresql.auto.conf': 'shared_preload_libraries = \'"pg_stat_statements,auto_explain"\'\n' },
      errors: [{ messageId: 'joined', file: 'postgresql.auto.conf', line: 1, column: 28 }],
    },
    {
      conf: "shared_preload_libraries = 'pg_stat_statements auto_explain'\nlocal_preload_libraries = 'Auto_Explain'\n",
      errors: [
        {
          messageId: 'blank',
          line: 1,
          text: "'pg_stat_statements auto_explain'",
          suggestions: [
            {
              title: "Write 'pg_stat_statements, auto_explain'",
              output:
                "shared_preload_libraries = 'pg_stat_statements, auto_explain'\nlocal_preload_libraries = 'Auto_Explain'\n",
            },
          ],
        },
        {
          messageId: 'letterCase',
          line: 2,
          text: "'Auto_Explain'",
          suggestions: [
            {
              title: "Write 'auto_explain'",
              output:
                "shared_preload_libraries = 'pg_stat_statements auto_explain'\nlocal_preload_libraries = 'auto_explain'\n",
            },
          ],
        },
      ],
    },
    // Run on 15.20: could not access file "$libdir/plugins/auto_explain", at every login.
    {
      conf: "local_preload_libraries = 'auto_explain'\n",
      errors: [{ messageId: 'plugins', line: 1, text: "'auto_explain'" }],
    },
    // Run on 15.20: the login works, and nothing is counted.
    {
      conf: "session_preload_libraries = 'pg_stat_statements'\n",
      errors: [{ messageId: 'sharedOnly', line: 1, text: "'pg_stat_statements'" }],
    },
    {
      conf: "session_preload_libraries = 'pgaudit, pg_cron'\n",
      errors: [
        { messageId: 'sharedOnly', line: 1, text: "'pgaudit, pg_cron'" },
        { messageId: 'sharedOnly', line: 1, text: "'pgaudit, pg_cron'" },
      ],
    },
    // Run on 10.23, 13.23, 15.18 and 18.4: could not access file "none".
    {
      conf: "shared_preload_libraries = 'none'\n",
      errors: [
        {
          messageId: 'word',
          line: 1,
          text: "'none'",
          suggestions: [{ title: "Write ''", output: "shared_preload_libraries = ''\n" }],
        },
      ],
    },
    {
      conf: "shared_preload_libraries = 'pg_cron:auto_explain'\n",
      errors: [
        {
          messageId: 'sign',
          line: 1,
          text: "'pg_cron:auto_explain'",
          suggestions: [
            { title: "Write 'pg_cron, auto_explain'", output: "shared_preload_libraries = 'pg_cron, auto_explain'\n" },
          ],
        },
      ],
    },
  ],
});
