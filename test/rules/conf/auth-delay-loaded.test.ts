import rule from '../../../rules/conf/auth-delay-loaded.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const hba = 'hostssl all all 10.0.0.0/24 scram-sha-256\n';
const title = 'Load auth_delay (takes effect at the next restart, which fails where it is not installed)';

testRule(rule, {
  valid: [
    { conf: "shared_preload_libraries = 'auth_delay'\n", hba },
    { conf: "shared_preload_libraries = 'pg_stat_statements, $libdir/credcheck.so'\n", hba },
    { name: 'no password from elsewhere', conf: 'port = 1\n', hba: 'local all all md5\nhostssl all all all cert\n' },
    { name: 'a loose file says nothing of what is loaded', hba },
    { conf: 'shared_preload_libraries = fail2guess\n', hba, options: { libraries: ['fail2guess'] } },
  ],
  invalid: [
    {
      conf: 'port = 1\n',
      hba,
      errors: [
        {
          messageId: 'missing',
          file: 'postgresql.conf',
          line: 1,
          column: 1,
          message:
            'Nothing slows down who guesses passwords. Line 1 of pg_hba.conf asks for them (scram-sha-256). Preload auth_delay.',
          suggestions: [{ title, output: "port = 1\nshared_preload_libraries = 'auth_delay'\n" }],
        },
      ],
    },
    {
      conf: "shared_preload_libraries = 'pgaudit' # audit\n",
      hba: 'local all all peer\nhost all app 10.0.0.0/24 md5\n',
      errors: [
        {
          messageId: 'missing',
          line: 1,
          text: "'pgaudit'",
          suggestions: [{ title, output: "shared_preload_libraries = 'pgaudit, auth_delay' # audit\n" }],
        },
      ],
    },
    {
      conf: "shared_preload_libraries = 'auth_delay_x'\n",
      hba,
      options: { libraries: ['credcheck'] },
      errors: [
        {
          messageId: 'missing',
          line: 1,
          text: "'auth_delay_x'",
          suggestions: [
            {
              title: 'Load credcheck (takes effect at the next restart, which fails where it is not installed)',
              output: "shared_preload_libraries = 'auth_delay_x, credcheck'\n",
            },
          ],
        },
      ],
    },
  ],
});
