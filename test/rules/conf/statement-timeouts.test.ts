import rule from '../../../rules/conf/statement-timeouts.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'idle_in_transaction_session_timeout = 5min\n',
    { conf: 'port = 1\n', options: { require: [] } },
    {
      name: 'a parameter that the target lacks',
      conf: 'port = 1\n',
      options: { require: ['transaction_timeout'] },
      postgres: 16,
    },
    { conf: 'statement_timeout = 500ms\n', options: { require: ['statement_timeout'], shortest: 100 } },
    { name: 'a snippet', files: { 'conf.d/a.conf': 'port = 1\n' } },
  ],
  invalid: [
    {
      conf: 'port = 1\n',
      errors: [
        {
          messageId: 'unbounded',
          line: 1,
          column: 1,
          message:
            'A client that forgot to commit keeps its locks for ever. VACUUM cannot remove the rows that it may still see (idle_in_transaction_session_timeout is 0). Set idle_in_transaction_session_timeout = 10min, or what your longest work needs.',
          suggestions: [
            {
              title: 'Set idle_in_transaction_session_timeout = 10min (what lasts longer is cancelled)',
              output: 'port = 1\nidle_in_transaction_session_timeout = 10min\n',
            },
          ],
        },
      ],
    },
    {
      conf: "statement_timeout = '0'\n",
      options: { require: ['statement_timeout'] },
      errors: [
        {
          messageId: 'unbounded',
          line: 1,
          text: "'0'",
          suggestions: [
            {
              title: 'Set statement_timeout = 10min (what lasts longer is cancelled)',
              output: 'statement_timeout = 10min\n',
            },
          ],
        },
      ],
    },
    {
      conf: 'statement_timeout = 500\n',
      options: { require: [] },
      errors: [{ messageId: 'short', line: 1, text: '500' }],
    },
  ],
});
