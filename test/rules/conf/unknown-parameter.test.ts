import rule from '../../../rules/conf/unknown-parameter.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { name: 'the minor has it', conf: "output_plugin_libraries = ''\n", postgres: 16, release: '16.15' },
    { name: 'the minor is not known', conf: "output_plugin_libraries = ''\n", postgres: 16 },
    'work_mem = 4MB\nWORK_MEM = 4MB\nsort_mem = 4MB\n',
    'pgaudit.log = ddl\nmy.own_thing = 1\n',
    { conf: 'wal_keep_segments = 3\n', postgres: [12, 14] },
    { conf: 'optimizer = on\n', options: { known: ['OPTIMIZER'] } },
    { conf: "restore_command = 'x'\n", postgres: 12 },
  ],
  invalid: [
    {
      name: 'a byte order mark where two files were put together (PostgreSQL 15 names the parameter with it)',
      conf: 'port = 5432\n\ufeffwork_mem = 4MB\n',
      errors: [
        {
          messageId: 'unknown',
          line: 2,
          text: '\ufeffwork_mem',
          suggestions: [{ title: 'Write work_mem', output: 'port = 5432\nwork_mem = 4MB\n' }],
        },
      ],
    },
    {
      name: 'a parameter that the minor does not have yet',
      conf: "output_plugin_libraries = 'pgoutput'\n",
      postgres: 16,
      release: '16.14',
      errors: [
        {
          messageId: 'minor',
          line: 1,
          text: 'output_plugin_libraries',
          message:
            'output_plugin_libraries came with PostgreSQL 16.15. PostgreSQL 16.14 does not start; a reload changes nothing. Update the server, or remove the line.',
        },
      ],
    },
    {
      conf: 'work_men = 4MB\n',
      errors: [
        {
          messageId: 'unknown',
          line: 1,
          column: 1,
          endColumn: 9,
          message:
            'work_men is not a parameter. No PostgreSQL from 10 to 20 knows it. The server does not start; a reload changes nothing. Did you mean work_mem?',
          suggestions: [{ title: 'Write work_mem', output: 'work_mem = 4MB\n' }],
        },
      ],
    },
    { conf: 'utterly_made_up = 1\n', errors: [{ messageId: 'unknown', line: 1, text: 'utterly_made_up' }] },
    {
      conf: 'io_method = worker\n',
      postgres: [17, 18],
      errors: [{ messageId: 'later', line: 1, text: 'io_method', targets: [17] }],
    },
    {
      conf: "restore_command = 'x'\n",
      postgres: [11, 12],
      errors: [{ messageId: 'recovery', line: 1, text: 'restore_command', targets: [11] }],
    },
    {
      name: 'in a snippet and in postgresql.auto.conf, where nothing is suggested',
      conf: "include_dir 'conf.d'\n",
      files: { 'conf.d/a.conf': 'nothing_known_here = 1\n', 'postgresql.auto.conf': "work_men = '4MB'\n" },
      errors: [
        { messageId: 'unknown', file: 'conf.d/a.conf', line: 1, column: 1 },
        { messageId: 'unknown', file: 'postgresql.auto.conf', line: 1, column: 1 },
      ],
    },
    {
      name: 'a misspelt include',
      conf: "include_dirs 'conf.d'\n",
      files: { 'conf.d/a.conf': '\n' },
      errors: [
        {
          messageId: 'unknown',
          line: 1,
          text: 'include_dirs',
          suggestions: [{ title: 'Write include_dir', output: "include_dir 'conf.d'\n" }],
        },
      ],
    },
  ],
});
