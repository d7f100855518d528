import rule from '../../../rules/conf/unread-file.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const setting = 'work_mem = 8MB\n';
const conf = "include_dir 'conf.d'\n";

// GetConfFilesInDir of conffiles.c: names that end in .conf and do not begin with a dot.
testRule(rule, {
  valid: [
    { conf, files: { 'conf.d/a.conf': setting, 'conf.d/README': '', 'conf.d/notes.txt': '' } },
    {
      name: 'put aside',
      conf,
      files: { 'conf.d/a.conf': setting, 'conf.d/a.conf.bak': setting, 'conf.d/b.conf~': setting },
    },
    {
      name: 'another folder, and other includes',
      conf: "include 'x.conf'\n",
      files: { 'x.conf': setting, 'conf.d/a.conf': setting },
    },
    { name: 'nothing of PostgreSQL’s', conf: 'port = 5432\n', files: { 'conf.d/README.md': '' } },
  ],
  invalid: [
    {
      conf,
      files: { 'conf.d/a.conf': setting, 'conf.d/10-memory.cnf': setting },
      errors: [
        {
          messageId: 'ending',
          line: 1,
          text: "'conf.d'",
          message:
            'The server does not read 10-memory.cnf. It reads names that end in .conf and start with no dot. Call it 10-memory.conf.',
        },
      ],
    },
    {
      conf,
      files: { 'conf.d/a.conf': setting, 'conf.d/.20-wal.conf': setting, 'conf.d/B.CONF': setting },
      errors: [
        { messageId: 'ending', line: 1, text: "'conf.d'" },
        { messageId: 'ending', line: 1, text: "'conf.d'" },
      ],
    },
    {
      name: 'a folder that nothing includes',
      conf: 'port = 5432\n',
      files: { 'conf.d/a.conf': setting },
      errors: [
        {
          messageId: 'folder',
          line: 1,
          column: 1,
          message:
            "The server does not read a.conf in conf.d. No include_dir names the folder. Add include_dir = 'conf.d'.",
        },
      ],
    },
  ],
});
