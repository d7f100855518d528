import rule from '../../../rules/conf/include-order.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: "work_mem = 4MB\ninclude_dir 'conf.d'\n", files: { 'conf.d/10-a.conf': 'work_mem = 8MB\n' } },
    { name: 'the same value', conf: "include 'a.conf'\nwork_mem = 8MB\n", files: { 'a.conf': 'work_mem = 8MB\n' } },
    {
      name: 'files that go by their numbers',
      conf: "include_dir 'conf.d'\n",
      files: { 'conf.d/09-a.conf': 'work_mem = 8MB\n', 'conf.d/10-a.conf': 'work_mem = 9MB\n' },
    },
    {
      name: 'ALTER SYSTEM always comes last',
      conf: 'work_mem = 4MB\n',
      files: { 'postgresql.auto.conf': "work_mem = '8MB'\n" },
    },
  ],
  invalid: [
    {
      conf: "include 'a.conf'\nport = 5433\nwork_mem = 4MB\n",
      files: { 'a.conf': 'work_mem = 8MB\nport = 6000\n' },
      errors: [
        {
          messageId: 'replaced',
          line: 3,
          column: 1,
          message:
            'postgresql.conf replaces what its own include brings. work_mem from a.conf (8MB) loses to line 3 (4MB), and 1 more. Put the include below, at the end of postgresql.conf.',
        },
      ],
    },
    {
      conf: "include_dir 'conf.d/'\nwork_mem = 4MB\n",
      files: { 'conf.d/a.conf': 'work_mem = 8MB\n' },
      errors: [{ messageId: 'replaced', line: 2, text: 'work_mem' }],
    },
    {
      conf: "include_dir 'conf.d'\n",
      files: { 'conf.d/9-a.conf': 'work_mem = 8MB\n', 'conf.d/10-b.conf': 'work_mem = 9MB\n' },
      errors: [
        {
          messageId: 'numbers',
          file: 'conf.d/9-a.conf',
          line: 1,
          column: 1,
          message:
            '10-b.conf is read before 9-a.conf. Names are compared letter by letter, so it loses to it (work_mem). Give all numbers the same width: 09-a.conf.',
        },
      ],
    },
  ],
});
