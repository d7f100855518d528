import rule from '../../../rules/conf/log-statement.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'log_statement = ddl\n',
    'log_statement = ALL\n',
    "shared_preload_libraries = 'pgaudit'\npgaudit.log = 'ddl, role'\n",
    { conf: 'log_statement = mod\n', options: { min: 'mod' } },
  ],
  invalid: [
    {
      conf: "log_statement = 'none'\n",
      errors: [{ messageId: 'set', line: 1, column: 17, endColumn: 23 }],
      output: 'log_statement = ddl\n',
    },
    {
      name: 'pgaudit that is not loaded, or leaves ddl out, does not count',
      conf: "pgaudit.log = 'ddl'\n",
      errors: [{ messageId: 'default', line: 1, column: 1 }],
      output: "pgaudit.log = 'ddl'\nlog_statement = ddl\n",
    },
    {
      conf: "shared_preload_libraries = 'pgaudit'\npgaudit.log = 'all, -ddl'\nlog_statement = none\n",
      errors: [{ messageId: 'set', line: 3, text: 'none' }],
      output: "shared_preload_libraries = 'pgaudit'\npgaudit.log = 'all, -ddl'\nlog_statement = ddl\n",
    },
    {
      conf: 'log_statement = ddl\n',
      options: { min: 'all' },
      errors: [{ messageId: 'set', line: 1, text: 'ddl' }],
      output: 'log_statement = all\n',
    },
  ],
});
