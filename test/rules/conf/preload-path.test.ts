import rule from '../../../rules/conf/preload-path.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "shared_preload_libraries = 'pgaudit, $libdir/pg_stat_statements'\n",
    "local_preload_libraries = '$libdir/plugins/x'\n",
    { conf: "session_preload_libraries = '/opt/ext/x.so'\n", options: { folders: ['/opt/ext/'] } },
    { name: 'overridden', conf: "shared_preload_libraries = '/tmp/x.so'\nshared_preload_libraries = ''\n" },
  ],
  invalid: [
    {
      conf: "shared_preload_libraries = 'pgaudit, /tmp/evil.so'\n",
      errors: [
        {
          messageId: 'writable',
          line: 1,
          text: "'pgaudit, /tmp/evil.so'",
          message:
            "shared_preload_libraries loads from a folder that anyone can write. Whoever puts a file at /tmp/evil.so runs code as the server’s user. Install the library in PostgreSQL's folder and write evil.",
        },
      ],
    },
    {
      conf: 'session_preload_libraries = \'"/opt/my lib/x"\'\n',
      errors: [{ messageId: 'path', line: 1, text: '\'"/opt/my lib/x"\'' }],
    },
    {
      conf: "local_preload_libraries = '/dev/shm/a,/srv/b'\n",
      options: { folders: ['/opt/'] },
      errors: [
        { messageId: 'path', line: 1, column: 27 },
        { messageId: 'writable', line: 1, column: 27 },
      ],
    },
  ],
});
