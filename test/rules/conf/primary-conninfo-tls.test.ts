import rule from '../../../rules/conf/primary-conninfo-tls.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const title = 'Write sslmode=verify-full (the standby then needs the authority’s certificate: sslrootcert)';

testRule(rule, {
  valid: [
    '',
    "primary_conninfo = ''\n",
    "primary_conninfo = 'host=p sslmode=require'\n",
    "primary_conninfo = 'postgresql://repl@p/?sslmode=verify-full'\n",
    { name: 'sockets', conf: "primary_conninfo = 'host=/run/postgresql port=5433'\nrecovery_target = ''\n" },
    { name: 'the machine itself', conf: "primary_conninfo = 'host=localhost,127.0.0.1'\n" },
    { name: 'a service file is not known', conf: "primary_conninfo = 'service=primary'\n" },
    { name: 'encrypted by GSSAPI', conf: "primary_conninfo = 'host=p gssencmode=require'\n" },
    { conf: "primary_conninfo = 'host=p sslmode=require sslrootcert=ca.crt'\n", options: { min: 'verify-ca' } },
    { name: 'libpq refuses it', conf: "primary_conninfo = 'host'\n" },
    { name: '11 has recovery.conf', conf: "primary_conninfo = 'host=p'\n", postgres: 11 },
  ],
  invalid: [
    {
      conf: "primary_conninfo = 'host=p user=''my repl'''\n",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          text: "'host=p user=''my repl'''",
          suggestions: [{ title, output: "primary_conninfo = 'host=p user=''my repl'' sslmode=verify-full'\n" }],
        },
      ],
    },
    {
      conf: "primary_conninfo = 'host=p sslmode=prefer user=repl' # x\n",
      errors: [
        {
          messageId: 'plain',
          line: 1,
          text: "'host=p sslmode=prefer user=repl'",
          suggestions: [{ title, output: "primary_conninfo = 'host=p sslmode=verify-full user=repl' # x\n" }],
        },
      ],
    },
    {
      conf: "primary_conninfo = 'postgres://repl@p:5432?sslmode=require'\n",
      options: { min: 'verify-full' },
      errors: [{ messageId: 'unverified', line: 1, text: "'postgres://repl@p:5432?sslmode=require'" }],
    },
  ],
});
