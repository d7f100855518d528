import rule from '../../../rules/conf/library-not-loaded.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "shared_preload_libraries = 'pg_stat_statements'\npg_stat_statements.max = 5000\n",
    {
      name: 'an included file loads it',
      conf: "include 'a.conf'\ncron.host = ''\n",
      files: { 'a.conf': "shared_preload_libraries = 'pg_cron'\n" },
    },
    {
      name: 'libraries that sessions load',
      conf: "auto_explain.log_min_duration = 1s\nplpgsql.extra_warnings = 'all'\n",
    },
    { name: 'names of nobody', conf: 'myapp.tenant = 5\n' },
    { conf: "session_preload_libraries = 'pgaudit'\npgaudit.log = 'ddl'\n" },
  ],
  invalid: [
    {
      conf: 'pg_stat_statements.max = 5000\npg_stat_statements.track = all\n',
      errors: [
        {
          messageId: 'notLoaded',
          line: 1,
          column: 1,
          endColumn: 23,
          message:
            'pg_stat_statements.max, pg_stat_statements.track do nothing without pg_stat_statements. It is not in shared_preload_libraries (which is empty). Add pg_stat_statements there, or remove the lines.',
          suggestions: [
            {
              title: "Set shared_preload_libraries = 'pg_stat_statements'",
              output:
                "pg_stat_statements.max = 5000\npg_stat_statements.track = all\nshared_preload_libraries = 'pg_stat_statements'\n",
            },
          ],
        },
      ],
    },
    {
      conf: "shared_preload_libraries = 'pg_stat_statements'\ncron.database_name = 'app'\n",
      errors: [
        {
          messageId: 'notLoaded',
          line: 2,
          text: 'cron.database_name',
          suggestions: [
            {
              title: "Set shared_preload_libraries = 'pg_stat_statements, pg_cron'",
              output: "shared_preload_libraries = 'pg_stat_statements, pg_cron'\ncron.database_name = 'app'\n",
            },
          ],
        },
      ],
    },
    {
      name: 'a second list replaces the first',
      conf: "shared_preload_libraries = 'pgaudit'\nshared_preload_libraries = 'timescaledb'\npgaudit.log = 'ddl'\n",
      errors: [
        {
          messageId: 'notLoaded',
          line: 3,
          text: 'pgaudit.log',
          suggestions: [
            {
              title: "Set shared_preload_libraries = 'timescaledb, pgaudit'",
              output:
                "shared_preload_libraries = 'pgaudit'\nshared_preload_libraries = 'timescaledb, pgaudit'\npgaudit.log = 'ddl'\n",
            },
          ],
        },
      ],
    },
  ],
});
