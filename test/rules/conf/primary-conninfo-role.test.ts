import rule from '../../../rules/conf/primary-conninfo-role.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "primary_conninfo = ''\n",
    "primary_conninfo = 'host=p user=repl'\n",
    { name: 'a service file is not known', conf: "primary_conninfo = 'service=p'\n" },
    { conf: "primary_conninfo = 'user=postgres'\n", options: { superusers: [] } },
  ],
  invalid: [
    { conf: "primary_conninfo = 'host=p'\n", errors: [{ messageId: 'missing', line: 1, text: "'host=p'" }] },
    {
      conf: "primary_conninfo = 'user=postgres'\n",
      errors: [{ messageId: 'superuser', line: 1, text: "'user=postgres'" }],
    },
    {
      conf: "primary_conninfo = 'postgres://root@p'\n",
      options: { superusers: ['root'] },
      errors: [{ messageId: 'superuser', line: 1, text: "'postgres://root@p'" }],
    },
  ],
});
