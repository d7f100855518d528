import rule from '../../../rules/conf/library-value.js';
import { testRule } from '../../../src/linter/rule-tester.js';

/** A case whose problem marks the value in a line. */
function marked(conf: string, messageId: string, line = 1, more: object = {}) {
  const text = conf.split('\n')[line - 1]!.replace(/^\w[\w.]* = /, '');
  return { conf, errors: [{ messageId, line, text, ...more }] };
}

// Run on PostgreSQL 15.20 with auto_explain and pg_stat_statements: a WARNING "invalid value for parameter" or "is outside
// the valid range" when the library is loaded, and the server runs. What pgAudit says stands in its own source.
testRule(rule, {
  valid: [
    "auto_explain.log_format = 'json'\nauto_explain.log_min_duration = '5s'\nauto_explain.sample_rate = 0.5\n",
    "pgaudit.log = 'ddl, role, -read'\npgaudit.log_level = 'NOTICE'\n",
    { name: 'an empty list', conf: "pgaudit.log = ''\n" },
    { name: 'a library of others may have more values', conf: "pg_hint_plan.parse_messages = 'loud'\n" },
    { name: 'not known', conf: "myapp.mode = 'x'\n" },
    { name: 'another line is in force', conf: 'auto_explain.log_format = xlm\nauto_explain.log_format = xml\n' },
  ],
  invalid: [
    {
      conf: "auto_explain.log_format = 'xlm'\n",
      errors: [
        {
          messageId: 'refused',
          line: 1,
          text: "'xlm'",
          message:
            "'xlm' is not a value of auto_explain.log_format. PostgreSQL 18 knows text, xml, json and yaml. The server starts with a warning in the log, and auto_explain.log_format keeps its default (text). Write xml.",
          suggestions: [{ title: 'Write xml', output: "auto_explain.log_format = 'xml'\n" }],
        },
      ],
    },
    marked('auto_explain.sample_rate = 5\n', 'refused', 1),
    marked('pg_stat_statements.max = 10\n', 'refused', 1),
    marked("auto_explain.log_analyze = 'maybe'\n", 'refused'),
    marked("pgaudit.log_level = 'loud'\n", 'word'),
    {
      conf: "pgaudit.log = 'wirte, role'\n",
      errors: [
        {
          messageId: 'word',
          line: 1,
          text: "'wirte, role'",
          suggestions: [{ title: 'Write write, role', output: "pgaudit.log = 'write, role'\n" }],
        },
      ],
    },
  ],
});
