import rule from '../../../rules/conf/unusable-path.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const atLimit = `/${'a'.repeat(92)}`;
const over = `/${'a'.repeat(93)}`;

/** A case whose problem marks the value in a line. */
function marked(conf: string, messageId: string, line = 1, more: object = {}) {
  const text = conf.split('\n')[line - 1]!.replace(/^[^']*/, '');
  return { conf, errors: [{ messageId, line, text, ...more }] };
}

// Run on PostgreSQL 15.20: the socket and log folders, the files of TLS and hba_file under ~, under %PGDATA% and without
// their first slash: no start, "No such file or directory" for the path as it stands; external_pid_file: a line in the
// log. A socket path of 108 bytes: "Unix-domain socket path … is too long (maximum 107 bytes)".
testRule(rule, {
  valid: [
    "log_directory = '/var/log/postgresql'\n",
    "log_directory = 'log'\nssl_cert_file = 'certs/server.crt'\n",
    "log_directory = 'etc~/x'\ndynamic_library_path = '$libdir:/opt/lib'\n",
    { name: 'a socket of 107 bytes', conf: `unix_socket_directories = '${atLimit}'\n` },
    { name: 'no file, so no limit that files could tell', conf: `unix_socket_directories = '@${over}'\n` },
    "unix_socket_directories = '/tmp, /run/postgresql'\n",
    // A server of 15 makes its socket there.
    "unix_socket_directories = '.., .'\n",
    { name: 'a folder of Windows', conf: "unix_socket_directories = 'C:/temp'\n" },
    { name: 'a parameter that is no more', conf: "stats_temp_directory = '~/x'\n", postgres: [15] },
  ],
  invalid: [
    {
      conf: "unix_socket_directories = '~/sockets'\n",
      errors: [
        {
          messageId: 'home',
          column: 27,
          line: 1,
          message:
            'A server expands no ~ in unix_socket_directories. It looks for a folder called ~ (~/sockets). Write the whole path.',
        },
      ],
    },
    marked("hba_file = '~postgres/pg_hba.conf'\n", 'home'),
    marked("dynamic_library_path = '$libdir:~/lib'\n", 'home'),
    marked("ident_file = '%PGDATA%/pg_ident.conf'\n", 'variable'),
    marked("log_directory = '/logs/$(hostname)'\n", 'variable'),
    {
      conf: "log_directory = 'var/log/postgresql'\n",
      errors: [
        {
          messageId: 'relative',
          column: 17,
          line: 1,
          suggestions: [
            { title: "Set log_directory = '/var/log/postgresql'", output: "log_directory = '/var/log/postgresql'\n" },
          ],
        },
      ],
    },
    {
      conf: "unix_socket_directories = 'run/postgresql'\n",
      errors: [
        {
          messageId: 'relative',
          column: 27,
          line: 1,
          suggestions: [
            {
              title: "Set unix_socket_directories = '/run/postgresql'",
              output: "unix_socket_directories = '/run/postgresql'\n",
            },
          ],
        },
      ],
    },
    marked("unix_socket_directories = '/tmp, run/x'\n", 'relative'),
    marked("dynamic_library_path = 'usr/lib:$libdir'\n", 'relative'),
    marked(`unix_socket_directories = '${over}'\n`, 'long'),
    marked(`port = 54321\nunix_socket_directories = '${atLimit}'\n`, 'long', 2),
    {
      conf: "unix_socket_directories = '/tmp;/run/x'\n",
      errors: [
        {
          messageId: 'separator',
          column: 27,
          line: 1,
          suggestions: [
            {
              title: "Set unix_socket_directories = '/tmp, /run/x'",
              output: "unix_socket_directories = '/tmp, /run/x'\n",
            },
          ],
        },
      ],
    },
    // Run on 13.23, 15.18 and 18.4: could not create lock file "localhost/.s.PGSQL.5432.lock".
    {
      conf: "unix_socket_directories = 'localhost'\n",
      errors: [
        {
          messageId: 'notFolder',
          line: 1,
          text: "'localhost'",
          suggestions: [
            { title: "Set unix_socket_directories = '/tmp'", output: "unix_socket_directories = '/tmp'\n" },
          ],
        },
      ],
    },
    {
      conf: "unix_socket_directories = '/run/postgresql/.s.PGSQL.5432'\n",
      errors: [
        {
          messageId: 'notFolder',
          line: 1,
          text: "'/run/postgresql/.s.PGSQL.5432'",
          suggestions: [
            {
              title: "Set unix_socket_directories = '/run/postgresql'",
              output: "unix_socket_directories = '/run/postgresql'\n",
            },
          ],
        },
      ],
    },
    // The same servers look for the folder “/run/postgresql /tmp”.
    {
      conf: "unix_socket_directories = '/run/postgresql /tmp'\n",
      errors: [
        {
          messageId: 'separator',
          line: 1,
          text: "'/run/postgresql /tmp'",
          suggestions: [
            {
              title: "Set unix_socket_directories = '/run/postgresql, /tmp'",
              output: "unix_socket_directories = '/run/postgresql, /tmp'\n",
            },
          ],
        },
      ],
    },
    {
      conf: "unix_socket_directories = '{/tmp}'\n",
      errors: [
        {
          messageId: 'separator',
          line: 1,
          text: "'{/tmp}'",
          suggestions: [
            { title: "Set unix_socket_directories = '/tmp'", output: "unix_socket_directories = '/tmp'\n" },
          ],
        },
      ],
    },
    {
      conf: "external_pid_file = 'file:///run/pg.pid'\n",
      errors: [
        {
          messageId: 'url',
          line: 1,
          text: "'file:///run/pg.pid'",
          suggestions: [
            { title: "Set external_pid_file = '/run/pg.pid'", output: "external_pid_file = '/run/pg.pid'\n" },
          ],
        },
      ],
    },
  ],
});
