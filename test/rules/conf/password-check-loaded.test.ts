import rule from '../../../rules/conf/password-check-loaded.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const title = 'Load passwordcheck (takes effect at the next restart, which fails where it is not installed)';

testRule(rule, {
  valid: [
    "shared_preload_libraries = 'passwordcheck'\n",
    "shared_preload_libraries = 'PgAudit, CredCheck'\n",
    {
      name: 'no record asks for a stored password',
      conf: 'port = 1\n',
      hba: 'local all all peer\nhost all all all gss\n',
    },
    { conf: 'shared_preload_libraries = own_check\n', options: { libraries: ['own_check'] } },
    { name: 'a snippet', files: { 'conf.d/a.conf': 'port = 1\n' } },
  ],
  invalid: [
    {
      name: 'a backslash stays one',
      conf: "shared_preload_libraries = 'C:\\\\pg\\\\x'\n",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 28,
          suggestions: [{ title, output: "shared_preload_libraries = 'C:\\\\pg\\\\x, passwordcheck'\n" }],
        },
      ],
    },
    {
      conf: 'port = 1\n',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 1,
          message:
            'Any password is accepted, even a single letter. No library checks them (shared_preload_libraries). Load passwordcheck.',
          suggestions: [{ title, output: "port = 1\nshared_preload_libraries = 'passwordcheck'\n" }],
        },
      ],
    },
    {
      conf: "shared_preload_libraries = 'pgaudit,set_user'\n",
      hba: 'local all all scram-sha-256\n',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          text: "'pgaudit,set_user'",
          suggestions: [
            {
              title,
              output: { 'postgresql.conf': "shared_preload_libraries = 'pgaudit,set_user, passwordcheck'\n" },
            },
          ],
        },
      ],
    },
    {
      conf: "#shared_preload_libraries = ''\t# (change requires restart)\n",
      errors: [
        {
          messageId: 'missing',
          line: 1,
          column: 1,
          suggestions: [
            {
              title,
              output:
                "#shared_preload_libraries = ''\t# (change requires restart)\nshared_preload_libraries = 'passwordcheck'\n",
            },
          ],
        },
      ],
    },
  ],
});
