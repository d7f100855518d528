import rule from '../../../rules/conf/unknown-library-parameter.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'pg_stat_statements.max = 5000\n',
    { name: 'names of nobody', conf: 'myapp.tenant = 5\n' },
    { name: 'a library whose parameters are not all known', conf: 'timescaledb.something_new = 5\n' },
    'PG_STAT_STATEMENTS.Track = all\n',
  ],
  invalid: [
    {
      conf: 'pg_stat_statements.maxx = 5000\n',
      errors: [
        {
          messageId: 'unknown',
          line: 1,
          column: 1,
          message:
            'pg_stat_statements has no parameter pg_stat_statements.maxx. PostgreSQL 18 keeps the line as a custom name and does nothing with it, and drops it with a warning when the library is loaded. Did you mean pg_stat_statements.max?',
          suggestions: [{ title: 'Write pg_stat_statements.max', output: 'pg_stat_statements.max = 5000\n' }],
        },
      ],
    },
    {
      conf: 'auto_explain.no_such_thing = on\n',
      errors: [{ messageId: 'unknown', line: 1, text: 'auto_explain.no_such_thing' }],
    },
    {
      name: 'known from 13 on',
      conf: 'pg_stat_statements.track_planning = on\n',
      postgres: [12, 13],
      errors: [{ messageId: 'unknown', line: 1, text: 'pg_stat_statements.track_planning', targets: [12] }],
    },
  ],
});
