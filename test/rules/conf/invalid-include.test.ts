import rule from '../../../rules/conf/invalid-include.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    "include_if_exists 'lost.conf'\n",
    { conf: "include 'a.conf'\n", files: { 'a.conf': 'port = 1\n' } },
    { conf: "include_dir 'conf.d'\n", files: { 'conf.d/a.conf': 'port = 1\n' } },
    { name: 'a file outside of the workspace', conf: "include '/etc/other.conf'\n" },
  ],
  invalid: [
    {
      conf: "port = 1\n  include 'lost.conf'\n",
      errors: [{ messageId: 'refused', line: 2, column: 3, endColumn: 22 }],
    },
    { conf: "include_dir 'conf.d'\n", errors: [{ messageId: 'refused', line: 1, text: "include_dir 'conf.d'" }] },
    {
      name: 'a circle',
      conf: "include 'a.conf'\n",
      files: { 'a.conf': "include 'postgresql.conf'\n" },
      errors: [{ messageId: 'refused', file: 'a.conf', line: 1, column: 1 }],
    },
    {
      conf: "include 'conf.d'\n",
      files: { 'conf.d/a.conf': '' },
      errors: [{ messageId: 'refused', line: 1, column: 1 }],
    },
    {
      conf: "include_dir 'etc/postgresql/conf.d'\ninclude '~/x.conf'\n",
      errors: [
        {
          messageId: 'refused',
          line: 1,
          text: "include_dir 'etc/postgresql/conf.d'",
          message:
            'The folder etc/postgresql/conf.d does not exist beside this file. The server refuses the configuration. If its first slash is missing, write /etc/postgresql/conf.d. Create it, or remove the line; Git keeps a folder only with a file in it, such as .gitkeep, which servers pass over.',
        },
        { messageId: 'refused', line: 2, text: "include '~/x.conf'" },
      ],
    },
  ],
});
