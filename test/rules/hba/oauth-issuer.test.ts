import rule from '../../../rules/hba/oauth-issuer.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const conf = "oauth_validator_libraries = 'v'\n";

testRule(rule, {
  valid: [
    { conf, hba: 'hostssl all all all oauth issuer="https://id.example.com" scope="openid"\n', postgres: 18 },
    { conf, hba: 'hostssl all all all oauth issuer=HTTPS://id.example.com scope=openid\n', postgres: 18 },
    { name: 'another method', hba: 'hostssl all all all cert\n', postgres: 18 },
  ],
  invalid: [
    {
      conf,
      hba: 'hostssl all all all oauth issuer="http://id.example.com" scope="openid"\n',
      postgres: 18,
      errors: [
        {
          messageId: 'scheme',
          file: 'pg_hba.conf',
          line: 1,
          text: 'issuer="http://id.example.com"',
          suggestions: [
            {
              title: 'Write https://',
              output: { 'pg_hba.conf': 'hostssl all all all oauth issuer="https://id.example.com" scope="openid"\n' },
            },
          ],
        },
      ],
    },
    {
      conf,
      hba: 'hostssl all all all oauth issuer=id.example.com scope=openid\n',
      postgres: 18,
      errors: [{ messageId: 'notUrl', file: 'pg_hba.conf', line: 1, text: 'issuer=id.example.com' }],
    },
    {
      conf,
      hba: 'hostssl all all all oauth issuer=ftp://id.example.com scope=openid\n',
      postgres: 19,
      errors: [{ messageId: 'notUrl', file: 'pg_hba.conf', line: 1, text: 'issuer=ftp://id.example.com' }],
    },
    // Not tried: libpq builds the address of its discovery document out of the issuer (fe-auth-oauth.c).
    ...['https://', 'https://id.example.com/?a=b', 'https://id.example.com#f'].map((issuer) => ({
      conf,
      hba: `hostssl all all all oauth issuer="${issuer}" scope=openid\n`,
      postgres: 18 as const,
      errors: [{ messageId: 'notUrl', file: 'pg_hba.conf', line: 1, text: `issuer="${issuer}"` }],
    })),
  ],
});
