import rule from '../../../rules/hba/unanchored-regex.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { name: 'anchors in each alternative of a group', hba: 'host "/(^app|^db)$" all all scram-sha-256\n' },
    'host "/^(app$|db$)" all all scram-sha-256\n',
    'host "/^(a(?:b|c(d|e))$|[$)]$)" "/(^a|(^b|^c))$" all scram-sha-256\n',
    { name: 'a look ahead is no part of the name', hba: 'host "/(?=ab)^abc$" all all scram-sha-256\n' },
    { name: 'options at the start are not looked into', hba: 'host /(?i)app all all scram-sha-256\n' },
    'host /***=app all all scram-sha-256\n',
    'host /^app_[a-z]+$ "/^(ops|dba)$" 10.0.0.0/8 scram-sha-256\n',
    'host "/^a$|^b$" all 10.0.0.0/8 scram-sha-256\n',
    { name: 'open on purpose', hba: 'host /^app_.* all 10.0.0.0/8 scram-sha-256\n' },
    { name: 'a wide reject lets nobody in', hba: 'host /test all 10.0.0.0/8 reject\n' },
    { name: 'a plain name before 16', hba: 'host /app all 10.0.0.0/8 md5\n', postgres: 15 },
  ],
  invalid: [
    {
      hba: 'hostssl all /^svc_/ 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'slashInName',
          line: 1,
          text: '/^svc_/',
          message:
            '/^svc_/ matches only a role with a slash. The closing slash belongs to the expression. Write /^svc_.',
          suggestions: [{ title: 'Write /^svc_', output: 'hostssl all /^svc_ 10.0.0.0/8 scram-sha-256\n' }],
        },
      ],
    },
    {
      hba: 'hostssl all "/^svc_.*$/" 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'slash',
          line: 1,
          text: '"/^svc_.*$/"',
          message: '/^svc_.*$/ matches no role. Nothing can come after the $, not even a slash. Write /^svc_.*$.',
          suggestions: [{ title: 'Write /^svc_.*$', output: 'hostssl all "/^svc_.*$" 10.0.0.0/8 scram-sha-256\n' }],
        },
      ],
    },
    {
      name: 'one alternative of a group is open',
      hba: 'host "/(^app|db)$" "/^(a|b$)" all scram-sha-256\n',
      errors: [
        {
          messageId: 'open',
          line: 1,
          column: 6,
          suggestions: [{ title: 'Write /^(^app|db)$', output: 'host "/^(^app|db)$" "/^(a|b$)" all scram-sha-256\n' }],
        },
        {
          messageId: 'open',
          line: 1,
          text: '"/^(a|b$)"',
          suggestions: [{ title: 'Write /^(a|b$)$', output: 'host "/(^app|db)$" "/^(a|b$)$" all scram-sha-256\n' }],
        },
      ],
    },
    {
      name: 'a dollar sign in brackets or behind a backslash ties nothing',
      hba: 'host /^a[$] /^a\\$ all scram-sha-256\n',
      errors: [
        {
          messageId: 'open',
          line: 1,
          column: 6,
          suggestions: [{ title: 'Write /^a[$]$', output: 'host /^a[$]$ /^a\\$ all scram-sha-256\n' }],
        },
        {
          messageId: 'open',
          line: 1,
          text: '/^a\\$',
          suggestions: [{ title: 'Write /^a\\$$', output: 'host /^a[$] /^a\\$$ all scram-sha-256\n' }],
        },
      ],
    },
    {
      hba: 'host /app all 10.0.0.0/8 scram-sha-256\n',
      errors: [
        {
          messageId: 'open',
          line: 1,
          column: 6,
          endColumn: 10,
          message:
            '/app also matches parts of names. A match anywhere in it is enough. Write /^app$ to match whole names.',
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
