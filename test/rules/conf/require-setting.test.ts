import rule from '../../../rules/conf/require-setting.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function asked(...settings: object[]) {
  return { settings };
}

function set(text: string, output: string) {
  return [{ title: `Set ${text}, as the policy asks`, output }];
}

testRule(rule, {
  valid: [
    { name: 'no policy', conf: 'port = 1\n' },
    {
      name: 'units, spellings and defaults are the server’s',
      conf: "work_mem = 65536\nssl = 'yes'\n",
      options: asked(
        { name: 'work_mem', equals: '64MB', maximum: '0.1GB' },
        { name: 'SSL', equals: true },
        { name: 'fsync', equals: 'on' },
        { name: 'wal_level', oneOf: ['replica', 'logical'] },
      ),
    },
    {
      conf: "shared_preload_libraries = 'pgaudit, \"Set_User\"'\nlog_line_prefix = '%m %u '\n",
      options: asked(
        { name: 'shared_preload_libraries', includes: ['pgaudit', 'set_user'], excludes: ['adminpack'] },
        { name: 'log_line_prefix', matches: '%m.*%u' },
      ),
    },
    {
      name: 'a parameter that the target lacks',
      conf: 'port = 1\n',
      options: asked({ name: 'transaction_timeout', minimum: 1 }),
      postgres: 16,
    },
    { name: 'a snippet', files: { 'conf.d/a.conf': 'port = 1\n' }, options: asked({ name: 'ssl', equals: true }) },
    { conf: "my.level = 'High'\n", options: asked({ name: 'my.level', equals: 'high' }) },
  ],
  invalid: [
    {
      conf: 'work_mem = 1GB # reports\n',
      options: asked({ name: 'work_mem', maximum: '64MB', ids: ['OPS-12'] }),
      errors: [
        {
          messageId: 'differs',
          line: 1,
          text: '1GB',
          message:
            'work_mem is not what the policy asks for. It is 1GB; 64MB at most is asked for (OPS-12). Set it as asked.',
          suggestions: set('work_mem = 64MB', 'work_mem = 64MB # reports\n'),
        },
      ],
    },
    {
      conf: 'port = 1\n',
      options: asked(
        { name: 'log_timezone', equals: 'Europe/Berlin' },
        { name: 'ssl', equals: true, message: 'Every server here has TLS.', ids: ['N-1'] },
        { name: 'shared_preload_libraries', includes: ['pgaudit'] },
      ),
      errors: [
        {
          messageId: 'own',
          line: 1,
          column: 1,
          message: 'Every server here has TLS. (N-1)',
          suggestions: set('ssl = on', 'port = 1\nssl = on\n'),
        },
        {
          messageId: 'differs',
          line: 1,
          column: 1,
          message:
            'log_timezone is not what the policy asks for. It is GMT, its default; Europe/Berlin is asked for. Set it as asked.',
          suggestions: set('log_timezone = Europe/Berlin', "port = 1\nlog_timezone = 'Europe/Berlin'\n"),
        },
        {
          messageId: 'differs',
          line: 1,
          column: 1,
          message:
            'shared_preload_libraries is not what the policy asks for. It is empty, its default; a list with pgaudit is asked for. Set it as asked.',
        },
      ],
    },
    {
      conf: 'log_statement = none\nmax_connections = 50\n',
      options: asked(
        { name: 'log_statement', oneOf: ['ddl', 'mod', 'all'] },
        { name: 'max_connections', minimum: 100 },
        { name: 'log_line_prefix', matches: '(' },
      ),
      errors: [
        {
          messageId: 'differs',
          line: 1,
          text: 'none',
          message:
            'log_statement is not what the policy asks for. It is none; ddl or mod or all is asked for. Set it as asked.',
        },
        {
          messageId: 'differs',
          line: 2,
          text: '50',
          message:
            'max_connections is not what the policy asks for. It is 50; 100 at least is asked for. Set it as asked.',
          suggestions: set('max_connections = 100', 'log_statement = none\nmax_connections = 100\n'),
        },
        {
          messageId: 'differs',
          line: 1,
          column: 1,
          message:
            'log_line_prefix is not what the policy asks for. It is %m [%p] , its default; a text that matches ( is asked for. Set it as asked.',
        },
      ],
    },
    {
      conf: "shared_preload_libraries = 'adminpack'\n",
      options: asked(
        { name: 'shared_preload_libraries', excludes: ['AdminPack'] },
        { name: 'work_memory', equals: 1 },
        { name: 'my.level', equals: 'high' },
      ),
      errors: [
        { messageId: 'differs', line: 1, text: "'adminpack'" },
        {
          messageId: 'unset',
          line: 1,
          column: 1,
          message: 'No file sets my.level. The policy asks for high. Set my.level.',
          suggestions: set('my.level = high', "shared_preload_libraries = 'adminpack'\nmy.level = high\n"),
        },
        { messageId: 'unknown', line: 1, column: 1 },
      ],
    },
  ],
});
