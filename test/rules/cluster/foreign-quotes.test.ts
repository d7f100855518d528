import rule from '../../../rules/cluster/foreign-quotes.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "listen_addresses = 'localhost'\narchive_command = '`cat /etc/archiver` %p'\nlog_line_prefix = '«%m '\n",
    { name: 'lines that are no setting are for conf/syntax-error', conf: 'listen_addresses = ‘*’\n' },
    { hba: 'local all "\'app\'" peer\nlocal all "o\'neill" peer\nhost all all 10.0.0.0/8 md5\n' },
    { ident: 'm /^‘a‘$ bob\nm alice bob\n' },
  ],
  invalid: [
    {
      conf: 'listen_addresses = ‘localhost’\nshared_preload_libraries = ‘pg_stat_statements’\nlog_directory = „log“\n',
      errors: [
        {
          messageId: 'value',
          line: 1,
          text: '‘localhost’',
          message:
            "The value of listen_addresses is not in quotes for the server. It reads ‘ U+2018 LEFT SINGLE QUOTATION MARK and ’ U+2019 RIGHT SINGLE QUOTATION MARK, which pages and word processors put in place of straight quotes, as a part of the value. Write 'localhost'.",
        },
        { messageId: 'value', line: 2, text: '‘pg_stat_statements’' },
        { messageId: 'value', line: 3, text: '„log“' },
      ],
      output:
        "listen_addresses = 'localhost'\nshared_preload_libraries = 'pg_stat_statements'\nlog_directory = 'log'\n",
    },
    {
      name: 'at one end, with more within, and in straight quotes',
      conf: "cluster_name = “main\nevent_source = ‘a’b’\nlog_filename = '“x.log”'\n",
      errors: [
        { messageId: 'value', line: 1, text: '“main' },
        { messageId: 'value', line: 2, text: '‘a’b’' },
        {
          messageId: 'value',
          line: 3,
          text: "'“x.log”'",
          suggestions: [
            {
              title: "Write 'x.log'",
              output: "cluster_name = “main\nevent_source = ‘a’b’\nlog_filename = 'x.log'\n",
            },
          ],
        },
      ],
      output: "cluster_name = 'main'\nevent_source = ‘a’b’\nlog_filename = '“x.log”'\n",
    },
    {
      hba: "hostssl 'app' “web” 10.1.2.0/24 scram-sha-256\nlocal all +`ops` peer\nhost all all ´db´ md5\n",
      errors: [
        {
          messageId: 'name',
          line: 1,
          text: "'app'",
          message:
            "'app' is not quoted for the server. It reads ', which quotes in postgresql.conf only, as part of the name. Write app.",
          suggestions: [
            {
              title: 'Write app',
              output: 'hostssl app “web” 10.1.2.0/24 scram-sha-256\nlocal all +`ops` peer\nhost all all ´db´ md5\n',
            },
          ],
        },
        {
          messageId: 'name',
          line: 1,
          text: '“web”',
          suggestions: [
            {
              title: 'Write web',
              output: "hostssl 'app' web 10.1.2.0/24 scram-sha-256\nlocal all +`ops` peer\nhost all all ´db´ md5\n",
            },
          ],
        },
        { messageId: 'name', line: 2, text: '+`ops`' },
        {
          messageId: 'name',
          line: 3,
          text: '´db´',
          suggestions: [
            {
              title: 'Write db',
              output: "hostssl 'app' “web” 10.1.2.0/24 scram-sha-256\nlocal all +`ops` peer\nhost all all db md5\n",
            },
          ],
        },
      ],
    },
    {
      ident: "m 'alice' bob\n",
      errors: [
        {
          messageId: 'name',
          line: 1,
          text: "'alice'",
          suggestions: [{ title: 'Write alice', output: 'm alice bob\n' }],
        },
      ],
    },
  ],
});
