import rule from '../../../rules/conf/syntax-error.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "listen_addresses = '*'\nwork_mem 4MB\n\n# listen_addresses = *\n",
    "log_line_prefix = '%m [%p] ' # it''s fine\n",
    'include_if_exists = other\n',
    'search_path = \'"$user", public\'\r\n',
  ],
  invalid: [
    {
      name: 'quotes of pages, word processors and shells around a value go, and what is left gets straight ones',
      conf: 'listen_addresses = ‘*’\narchive_command = “cp %p /archive/%f”\nlog_line_prefix = ‘%m ’\nsearch_path = «app, public» # here\nlog_filename = ´a b.log´\nport = `5433`\n',
      errors: [
        {
          messageId: 'quotes',
          line: 1,
          column: 20,
          message:
            "The value of listen_addresses has foreign quotes. It begins or ends with ‘ U+2018 LEFT SINGLE QUOTATION MARK and ’ U+2019 RIGHT SINGLE QUOTATION MARK, which pages and word processors put in place of straight quotes. The server does not start; a reload changes nothing. Write '*'.",
        },
        { messageId: 'quotes', line: 2, text: '“cp %p /archive/%f”' },
        { messageId: 'quotes', line: 3, text: '‘%m ’' },
        { messageId: 'quotes', line: 4, text: '«app, public»' },
        { messageId: 'quotes', line: 5, text: '´a b.log´' },
        { messageId: 'quotes', line: 6, text: '`5433`' },
      ],
      output:
        "listen_addresses = '*'\narchive_command = 'cp %p /archive/%f'\nlog_line_prefix = '%m '\nsearch_path = 'app, public' # here\nlog_filename = 'a b.log'\nport = '5433'\n",
    },
    {
      name: 'where more of them are within, and where the value would be refused, nothing is written',
      conf: 'archive_command = “cp “%p” /archive/%f”\nwork_mem = ‘4 apples’\n',
      errors: [
        { messageId: 'quotes', line: 1, column: 19 },
        { messageId: 'quotes', line: 2, column: 12 },
      ],
    },
    {
      name: 'words that are no setting, and names that nearly are one',
      conf: 'PostgreSQL - the settings\nin /etc/postgresql/17\nshared_bufers 128 MB\nfoo = a b\nwal_keep_segments 4 GB\n',
      errors: [
        {
          messageId: 'prose',
          line: 1,
          text: '-',
          message:
            '“PostgreSQL” is not a parameter. What follows is not a value. The server does not start; a reload changes nothing. If it is a comment, put # before it.',
        },
        { messageId: 'prose', line: 2, text: '/' },
        { messageId: 'rest', line: 3, text: 'MB' },
        { messageId: 'rest', line: 4, text: 'b' },
        { messageId: 'rest', line: 5, text: 'GB' },
      ],
    },
    {
      conf: 'listen_addresses = *   # all\n',
      errors: [{ messageId: 'value', line: 1, column: 20, endColumn: 21 }],
      output: "listen_addresses = '*'   # all\n",
    },
    {
      conf: 'shared_buffers = 1 GB\r\nport = 5432\r\n',
      errors: [{ messageId: 'rest', line: 1, text: 'GB' }],
      output: "shared_buffers = '1 GB'\r\nport = 5432\r\n",
    },
    {
      conf: 'search_path = "$user", public\nport = "5433"\n',
      errors: [
        { messageId: 'value', line: 1, column: 15 },
        { messageId: 'value', line: 2, column: 8 },
      ],
      output: "search_path = '\"$user\", public'\nport = '5433'\n",
    },
    {
      name: 'a name with a dot is no value to the lexer',
      conf: 'include_if_exists = other.conf\n',
      errors: [{ messageId: 'value', line: 1, text: 'other.conf' }],
      output: "include_if_exists = 'other.conf'\n",
    },
    {
      name: 'two settings in one line, a bad value and a half quote are not put in quotes',
      conf: "log_directory = log fsync = on\nwork_mem = 4 apples\nlog_directory = it's\n",
      errors: [
        { messageId: 'rest', line: 1, text: 'fsync' },
        { messageId: 'rest', line: 2, text: 'apples' },
        { messageId: 'rest', line: 3, column: 19 },
      ],
    },
    {
      conf: 'work_mem\n= 4MB\n',
      errors: [
        { messageId: 'value', line: 1, column: 1 },
        { messageId: 'name', line: 2, text: '=' },
      ],
    },
    {
      name: 'postgresql.auto.conf is never edited',
      conf: '',
      files: { 'postgresql.auto.conf': 'listen_addresses = *\n' },
      errors: [{ messageId: 'value', file: 'postgresql.auto.conf', line: 1, text: '*' }],
    },
  ],
});
