import rule from '../../../rules/conf/assignment-style.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'port = 5433\n',
    { name: 'values in a column', conf: 'port     = 5433\nwork_mem =   8MB\n' },
    { name: 'postgresql.auto.conf', conf: '\n', files: { 'postgresql.auto.conf': "port='5433'\n" } },
  ],
  invalid: [
    {
      conf: 'port=5433 # ours\n',
      errors: [{ messageId: 'style', line: 1, column: 1, endColumn: 10 }],
      output: 'port = 5433 # ours\n',
    },
    {
      conf: "cluster_name 'a'\n",
      errors: [{ messageId: 'style', line: 1, column: 1 }],
      output: "cluster_name = 'a'\n",
    },
    {
      conf: "ssl on\ncluster_name= 'a'\n",
      errors: [
        { messageId: 'style', line: 1, column: 1 },
        { messageId: 'style', line: 2, column: 1 },
      ],
      output: "ssl = on\ncluster_name = 'a'\n",
    },
  ],
});
