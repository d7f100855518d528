import rule from '../../../rules/cluster/continued-comment.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { hba: '# C:\\data\nlocal all all peer\n' },
    { name: 'a comment or an empty line is no loss', hba: '# a \\\n# b\n# c \\\n\nlocal all all peer\n' },
    { name: 'before 14 a backslash joins nothing', hba: '# a \\\nlocal all all peer\n', postgres: 13 },
    { name: 'postgresql.conf knows no such thing', conf: '# a \\\nport = 5432\n' },
  ],
  invalid: [
    {
      hba: '# was: host all all all trust \\\nlocal all all peer\nhost all all all reject\n',
      errors: [
        {
          messageId: 'swallowed',
          line: 1,
          column: 31,
          endColumn: 32,
          message:
            'This comment goes on in the next line (backslash). The server does not read local all all peer. Remove the backslash.',
          suggestions: [
            {
              title: 'Remove the backslash',
              output: '# was: host all all all trust \nlocal all all peer\nhost all all all reject\n',
            },
          ],
        },
      ],
    },
    {
      ident: 'm a b # why \\\r\nm c d\r\n',
      errors: [
        {
          messageId: 'swallowed',
          line: 1,
          text: '\\',
          suggestions: [{ title: 'Remove the backslash', output: 'm a b # why \r\nm c d\r\n' }],
        },
      ],
    },
    {
      hba: 'local all all peer\n# old \\\nhost all all 10.0.0.0/8 md5\n',
      postgres: [13, 14],
      errors: [
        {
          messageId: 'swallowed',
          line: 2,
          text: '\\',
          targets: [14],
          suggestions: [
            { title: 'Remove the backslash', output: 'local all all peer\n# old \nhost all all 10.0.0.0/8 md5\n' },
          ],
        },
      ],
    },
  ],
});
