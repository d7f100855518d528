import rule from '../../../rules/hba/unanchored-regex.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'host /^app_[a-z]+$ "/^(ops|dba)$" 10.0.0.0/8 scram-sha-256\n',
    'host "/^a$|^b$" all 10.0.0.0/8 scram-sha-256\n',
    { name: 'open on purpose', hba: 'host /^app_.* all 10.0.0.0/8 scram-sha-256\n' },
    { name: 'a wide reject lets nobody in', hba: 'host /test all 10.0.0.0/8 reject\n' },
    { name: 'a plain name before 16', hba: 'host /app all 10.0.0.0/8 md5\n', postgres: 15 },
  ],
  invalid: [
    {
      hba: 'host /app all 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'open',
          line: 1,
          column: 6,
          endColumn: 10,
          message:
            '/app also matches every database with other characters around it: it need only match anywhere in it. Write /^app$ to match whole names.',
          suggestions: [{ title: 'Write /^app$', output: 'host /^app$ all 10.0.0.0/8 scram-sha-256\n' }],
        },
      ],
    },
    {
      hba: 'host all "/^adm[|$]x|root$" all scram-sha-256\n',
      errors: [
        {
          messageId: 'open',
          line: 1,
          text: '"/^adm[|$]x|root$"',
          suggestions: [
            { title: 'Write /^(^adm[|$]x|root$)$', output: 'host all "/^(^adm[|$]x|root$)$" all scram-sha-256\n' },
          ],
        },
      ],
    },
    {
      hba: 'host /^app /_ro$ all scram-sha-256\n',
      errors: [
        {
          messageId: 'open',
          line: 1,
          text: '/^app',
          suggestions: [{ title: 'Write /^app$', output: 'host /^app$ /_ro$ all scram-sha-256\n' }],
        },
        {
          messageId: 'open',
          line: 1,
          text: '/_ro$',
          suggestions: [{ title: 'Write /^_ro$', output: 'host /^app /^_ro$ all scram-sha-256\n' }],
        },
      ],
    },
  ],
});
