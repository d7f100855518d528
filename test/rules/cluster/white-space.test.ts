import rule from '../../../rules/cluster/white-space.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: "port = 5433\ncluster_name = ' a '\n" },
    { name: 'a backslash would join lines', hba: '# a \\ \nlocal all all peer\n' },
    { conf: '\n', hba: '' },
    { name: 'postgresql.auto.conf', conf: '\n', files: { 'postgresql.auto.conf': "port = '5433' \r\n" } },
    { conf: 'port = 5433\r\n', options: { carriageReturns: false } },
    { name: 'a carriage return alone is a blank', hba: 'local all\rall peer\n' },
  ],
  invalid: [
    {
      conf: 'port = 5433 \t\n  \n# why \r\n',
      options: { carriageReturns: false },
      errors: [
        { messageId: 'trailing', line: 1, column: 12 },
        { messageId: 'trailing', line: 2, column: 1 },
        { messageId: 'trailing', line: 3, column: 6 },
      ],
      output: 'port = 5433\n\n# why\r\n',
    },
    {
      hba: 'local all all peer\nlocal replication all peer',
      errors: [{ messageId: 'finalNewline', line: 2, column: 1 }],
      output: 'local all all peer\nlocal replication all peer\n',
    },
    {
      hba: 'local all all \\\r\npeer\r\n# end\\',
      errors: [
        { messageId: 'carriageReturns', line: 1, column: 16 },
        { messageId: 'finalNewline', line: 3, text: '# end\\' },
      ],
      output: 'local all all \\\npeer\n# end\\',
    },
    {
      conf: 'port = 5433\r\n# why\r\nwork_mem = 8MB\n',
      errors: [
        {
          messageId: 'carriageReturns',
          line: 1,
          column: 12,
          message:
            '2 of 3 lines end with a carriage return. The server accepts them; shell scripts may not. Write line feeds alone.',
        },
      ],
      output: 'port = 5433\n# why\nwork_mem = 8MB\n',
    },
  ],
});
