import rule from '../../../rules/conf/file-location.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: "hba_file = 'pg_hba.conf'\n", hba: 'local all all peer\n' },
    { conf: "include 'a.conf'\n", files: { 'a.conf': 'work_mem = 4MB\n' } },
    {
      name: 'replaced by the main file',
      conf: "include 'a.conf'\nhba_file = 'pg_hba.conf'\n",
      files: { 'a.conf': "hba_file = 'x'\n" },
      hba: 'local all all peer\n',
    },
  ],
  invalid: [
    {
      conf: "include 'a.conf'\n",
      files: { 'a.conf': "hba_file = 'other_hba.conf'\n", 'other_hba.conf': 'local all all peer\n' },
      errors: [{ messageId: 'included', file: 'a.conf', line: 1, column: 1, endColumn: 9 }],
    },
    {
      conf: "include 'a.conf'\n",
      files: { 'a.conf': "data_directory = '/var/lib/postgresql/18/main'\n" },
      errors: [{ messageId: 'included', file: 'a.conf', line: 1, text: 'data_directory' }],
    },
    {
      conf: "hba_file = '/tmp/pg_hba.conf'\n",
      errors: [{ messageId: 'moved', line: 1, text: 'hba_file' }],
    },
  ],
});
