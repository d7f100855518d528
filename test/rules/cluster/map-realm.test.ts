import rule from '../../../rules/cluster/map-realm.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const gss = (options: string) => `hostgssenc all all 10.0.0.0/8 gss ${options}map=ad\n`;

// pg_GSS_checkauth of auth.c cuts the name at its @ before it asks check_usermap; no server was run.
testRule(rule, {
  valid: [
    { hba: gss(''), ident: 'ad /^(.*)@CORP\\.EXAMPLE\\.COM$ \\1\n' },
    { hba: gss('include_realm=0 '), ident: 'ad alice a\nad /^(.*)$ \\1\n' },
    { name: 'one of them fits', hba: gss('include_realm=0 '), ident: 'ad alice@X a\nad bob b\n' },
    { name: 'the realm may be left out', hba: gss('include_realm=0 '), ident: 'ad /^([a-z]+)(@X)?$ \\1\n' },
    { name: 'one of two alternatives has none', hba: gss('include_realm=0 '), ident: 'ad /^(a@X|b)$ c\n' },
    { name: 'other methods have no realm', hba: 'local all all peer map=ad\n', ident: 'ad alice a\n' },
    { name: 'a map that is missing', hba: gss('include_realm=0 '), ident: 'other alice@X a\n' },
  ],
  invalid: [
    {
      hba: gss('include_realm=0 '),
      ident: 'ad /^(.*)@CORP\\.EXAMPLE\\.COM$ \\1\n',
      errors: [
        {
          messageId: 'cut',
          file: 'pg_hba.conf',
          line: 1,
          text: 'include_realm=0',
          message:
            'include_realm=0 cuts off the realm that map ad expects. Its system users have one (/^(.*)@CORP\\.EXAMPLE\\.COM$), so nobody logs in. Write include_realm=1, or mappings without a realm.',
        },
      ],
    },
    {
      hba: 'host all all 10.0.0.0/8 gss map=ad include_realm=0\n',
      ident: 'ad alice@X a\nad bob@X b\n',
      errors: [{ messageId: 'cut', file: 'pg_hba.conf', line: 1, text: 'include_realm=0' }],
    },
    {
      hba: gss(''),
      ident: 'ad alice a\n',
      errors: [{ messageId: 'left', file: 'pg_hba.conf', line: 1, text: 'map=ad' }],
    },
  ],
});
