import rule from '../../../rules/conf/primary-conninfo-password.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    "primary_conninfo = 'host=p user=repl passfile=/x'\n",
    "primary_conninfo = 'host=p password='\n",
    "primary_conninfo = 'host=p password={{secret}}'\n",
    { conf: "primary_conninfo = 'host=p password=SECRET'\n", options: { placeholders: ['SECRET'] } },
    { conf: "primary_conninfo = 'host=p password=x'\n", postgres: 11 },
  ],
  invalid: [
    {
      conf: "primary_conninfo = 'host=p user=repl password=x'\n",
      errors: [{ messageId: 'set', line: 1, text: "'host=p user=repl password=x'" }],
    },
    {
      conf: "primary_conninfo = 'password=''a b'''\n",
      errors: [{ messageId: 'set', line: 1, text: "'password=''a b'''" }],
    },
    {
      conf: "primary_conninfo = 'postgresql://repl:x@p/'\n",
      errors: [{ messageId: 'set', line: 1, text: "'postgresql://repl:x@p/'" }],
    },
  ],
});
