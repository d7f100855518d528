import rule from '../../../rules/conf/library-order.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "shared_preload_libraries = 'citus, pg_stat_statements, pg_stat_kcache'\n",
    "shared_preload_libraries = 'pg_stat_kcache'\n",
    "shared_preload_libraries = ''\n",
    { name: 'a list that does not load', conf: "shared_preload_libraries = 'a,,citus'\n" },
  ],
  invalid: [
    {
      conf: "shared_preload_libraries = 'pg_stat_statements,citus'\n",
      errors: [
        {
          messageId: 'first',
          line: 1,
          column: 28,
          suggestions: [
            {
              title: "Write 'citus, pg_stat_statements'",
              output: "shared_preload_libraries = 'citus, pg_stat_statements'\n",
            },
          ],
        },
      ],
    },
    {
      conf: "shared_preload_libraries = 'pg_wait_sampling, pg_stat_statements, pgaudit'\n",
      errors: [
        {
          messageId: 'after',
          line: 1,
          column: 28,
          suggestions: [
            {
              title: "Write 'pg_stat_statements, pg_wait_sampling, pgaudit'",
              output: "shared_preload_libraries = 'pg_stat_statements, pg_wait_sampling, pgaudit'\n",
            },
          ],
        },
      ],
    },
    {
      name: 'in postgresql.auto.conf nothing is edited',
      conf: '\n',
      files: { 'postgresql.auto.conf': "shared_preload_libraries = '$libdir/auto_explain, $libdir/citus'\n" },
      errors: [{ messageId: 'first', file: 'postgresql.auto.conf', line: 1, column: 28 }],
    },
  ],
});
