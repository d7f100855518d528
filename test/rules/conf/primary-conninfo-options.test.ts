import rule from '../../../rules/conf/primary-conninfo-options.js';
import { testRule } from '../../../src/linter/rule-tester.js';

// Run with psql 15: invalid connection option "hots", invalid sslmode value: "verify_full".
testRule(rule, {
  valid: [
    "primary_conninfo = 'host=db user=rep sslmode=verify-full channel_binding=require application_name=s1'\n",
    "primary_conninfo = 'postgresql://rep@db/?sslmode=verify-full&target_session_attrs=any'\n",
    "primary_conninfo = ''\n",
    { name: 'another line is in force', conf: "primary_conninfo = 'hots=db'\nprimary_conninfo = 'host=db'\n" },
  ],
  invalid: [
    {
      conf: "primary_conninfo = 'hots=db user=rep'\n",
      errors: [
        {
          messageId: 'option',
          line: 1,
          text: "'hots=db user=rep'",
          message:
            'libpq knows no option hots. With this primary_conninfo a standby never connects. Did you mean host?',
          suggestions: [{ title: 'Write host', output: "primary_conninfo = 'host=db user=rep'\n" }],
        },
      ],
    },
    {
      conf: "primary_conninfo = 'host=db sslmode=verify_full'\n",
      errors: [
        {
          messageId: 'value',
          line: 1,
          text: "'host=db sslmode=verify_full'",
          suggestions: [{ title: 'Write verify-full', output: "primary_conninfo = 'host=db sslmode=verify-full'\n" }],
        },
      ],
    },
    {
      conf: "primary_conninfo = 'postgresql://rep@db/?sslmod=require'\n",
      errors: [
        {
          messageId: 'option',
          line: 1,
          text: "'postgresql://rep@db/?sslmod=require'",
          suggestions: [
            { title: 'Write sslmode', output: "primary_conninfo = 'postgresql://rep@db/?sslmode=require'\n" },
          ],
        },
      ],
    },
  ],
});
