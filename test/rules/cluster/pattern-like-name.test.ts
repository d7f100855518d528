import rule from '../../../rules/cluster/pattern-like-name.js';
import type { Major } from '../../../src/catalog/majors.js';
import { testRule } from '../../../src/linter/rule-tester.js';

/** A record with one name that is no pattern to the server. */
function record(written: string, messageId: string, postgres: Major = 17, column = 'user') {
  const columns =
    column === 'user'
      ? `app ${written} 10.0.0.0/8`
      : column === 'address'
        ? `app app ${written}`
        : `${written} app 10.0.0.0/8`;
  return { hba: `hostssl ${columns} cert\n`, postgres, errors: [{ messageId, line: 1, text: written }] };
}

function mapping(written: string, messageId: string, text: string, postgres: Major = 17) {
  return { ident: `m ${written}\n`, postgres, errors: [{ messageId, line: 1, text }] };
}

// Run on PostgreSQL 15.20: pg_hba_file_rules and pg_ident_file_mappings show every one of these as a plain name.
testRule(rule, {
  valid: [
    'hostssl app_1,app-2,app.web app@example.com,$user,_x 10.0.0.0/8 cert\n',
    'hostssl all all .example.com cert\nhostssl all all db_1.example.com cert\n',
    { name: 'in double quotes it is meant', hba: 'hostssl "app%" "!x" "*.example.com" cert\n' },
    { name: 'a keyword of another program: hba/keyword-like-name', hba: 'hostssl * % * cert\n' },
    { name: 'an address with signs: hba/address-like-name', hba: 'hostssl app app 10.0.0.* cert\n' },
    { name: 'expressions', hba: 'hostssl /^app_ /^(a|b)$ 10.0.0.0/8 cert\n', postgres: 16 },
    {
      name: 'members, expressions and groups of them',
      ident: 'm /^(.*)@x$ \\1\nm alice +ops\nm bob /^b\nm carol all\n',
      postgres: 16,
    },
    {
      name: 'a principal of Kerberos and a user of Windows',
      ident: 'm postgres/host@EXAMPLE.COM a\nm CORP\\alice b\n',
    },
  ],
  invalid: [
    {
      hba: 'hostssl app app *.example.com cert\n',
      errors: [
        {
          messageId: 'pattern',
          line: 1,
          text: '*.example.com',
          message:
            '*.example.com is a machine of that very name. The server has no * for any characters here. Write .example.com for every machine of it.',
          suggestions: [{ title: 'Write .example.com', output: 'hostssl app app .example.com cert\n' }],
        },
      ],
    },
    record('!postgres', 'pattern'),
    record('-bob', 'pattern'),
    record('app%', 'pattern'),
    record('app%', 'pattern', 15),
    record('app_*', 'pattern', 17, 'database'),
    record('^app', 'pattern'),
    record('app.*', 'pattern'),
    record('(a|b)', 'pattern'),
    record('app;web', 'pattern'),
    record('app|web', 'pattern'),
    record('{app}', 'pattern'),
    record('app?x', 'pattern'),
    record('db?.example.com', 'pattern', 17, 'address'),
    record('!db.example.com', 'pattern', 17, 'address'),
    record('/^svc_', 'tooNew', 15),
    {
      name: 'an expression in quotes, for its comma',
      hba: 'host all "/^a{1,2}$" 10.0.0.0/8 md5\n',
      postgres: 15,
      errors: [{ messageId: 'tooNew', line: 1, text: '"/^a{1,2}$"' }],
    },
    record('/^db', 'tooNew', 14, 'database'),
    record('10.0.0.1/32', 'address'),
    record('::1/128', 'address'),
    record('<user>', 'placeholder'),
    record('$rep_username', 'placeholder'),
    record('YOUR_USER', 'placeholder'),
    record('%(net)s', 'placeholder', 17, 'address'),
    record('x.x.x.x', 'placeholder', 17, 'address'),
    record('<ip>', 'placeholder', 17, 'address'),
    record('YOUR_IP', 'placeholder', 17, 'address'),
    mapping('alice /^svc_', 'tooNew', '/^svc_', 15),
    mapping('alice +ops', 'tooNew', '+ops', 15),
    mapping('alice all', 'tooNew', 'all', 15),
    mapping('alice app%', 'pattern', 'app%'),
    mapping('alice <role>', 'placeholder', '<role>'),
    mapping('* bob', 'pattern', '*'),
    mapping('^(.*)@x$ bob', 'pattern', '^(.*)@x$'),
    mapping('(.*)@x bob', 'pattern', '(.*)@x'),
    mapping('alice *', 'pattern', '*'),
    mapping('alice ALL', 'pattern', 'ALL'),
    mapping('alice any', 'pattern', 'any', 15),
  ],
});
