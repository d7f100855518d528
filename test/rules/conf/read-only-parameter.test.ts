import rule from '../../../rules/conf/read-only-parameter.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: ['fsync = on\n', '# data_checksums = on\n', 'my.data_checksums = on\n'],
  invalid: [
    {
      conf: 'fsync = on\ndata_checksums = on\nport = 1\n',
      errors: [{ messageId: 'refused', line: 2, column: 1, endColumn: 15 }],
      output: 'fsync = on\nport = 1\n',
    },
    {
      conf: "server_version = '18.0' # ours",
      errors: [{ messageId: 'refused', line: 1, text: 'server_version' }],
      output: '# ours',
    },
    {
      conf: '',
      files: { 'postgresql.auto.conf': "block_size = '8192'\n" },
      errors: [{ messageId: 'refused', file: 'postgresql.auto.conf', line: 1, column: 1 }],
    },
  ],
});
