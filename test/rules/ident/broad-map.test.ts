import rule from '../../../rules/ident/broad-map.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { name: 'a set of dots and more', ident: 'm /^[.*]$ postgres\n' },
    { name: 'something must stand before it', ident: 'm /^a(.*)$ postgres\n' },
    'm /^(.*)@example\\.com$ \\1\n',
    'm root postgres\n',
    { name: 'a role with few rights', ident: 'm /^.*$ guest\n' },
    { name: 'all is a plain name before 16', ident: 'm /^.*$ all\n', postgres: 15 },
    { ident: 'm /^.*$ postgres\n', options: { superusers: ['admin'] } },
  ],
  invalid: [
    {
      ident: 'm "/^(a|.*)$|^b$" postgres\nm /^((?:.*))\\Z all\nm /^. postgres\n',
      errors: [
        { messageId: 'anyRole', line: 2, text: '/^((?:.*))\\Z' },
        { messageId: 'superuser', line: 3, text: '/^.' },
      ],
    },
    {
      ident: 'm /^(.*)$ postgres\n',
      errors: [
        {
          messageId: 'superuser',
          line: 1,
          column: 3,
          message:
            'Every system user becomes the superuser postgres. /^(.*)$ matches every name. Name the system users that may.',
        },
      ],
    },
    { ident: 'm /.* all\n', errors: [{ messageId: 'anyRole', line: 1, text: '/.*' }] },
    {
      ident: 'm /^([^@]+)@.*$ \\1\nm /^(.*)@.*$ \\1\n',
      errors: [
        { messageId: 'anyName', line: 1, text: '/^([^@]+)@.*$' },
        { messageId: 'anyName', line: 2, text: '/^(.*)@.*$' },
      ],
    },
  ],
});
