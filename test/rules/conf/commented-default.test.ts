import rule from '../../../rules/conf/commented-default.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '#port = 5432\n#work_mem = 4MB # min 64kB\n',
    { name: 'prose', conf: '# port = 6000 is what we had\n#see = http://example.com\n' },
    { name: 'a value that is no value', conf: '#work_mem = lots\n' },
    { name: 'postgresql.auto.conf', conf: '\n', files: { 'postgresql.auto.conf': '#port = 6000\n' } },
  ],
  invalid: [
    {
      conf: '#port = 6000 # ours\n',
      errors: [
        {
          messageId: 'drift',
          line: 1,
          column: 1,
          message:
            'The comment is not the default of port. It shows 6000; PostgreSQL 18 has 5432. Write that, or remove the # to set 6000.',
        },
      ],
    },
    {
      conf: '#log_checkpoints = on\n',
      postgres: [14, 15],
      errors: [{ messageId: 'drift', line: 1, text: '#log_checkpoints = on', targets: [14] }],
    },
    { conf: "#log_destination = 'csvlog'\r\n", errors: [{ messageId: 'drift', line: 1, column: 1 }] },
  ],
});
