import rule from '../../../rules/conf/invalid-unit.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'shared_buffers = 128MB\nstatement_timeout = 5min\nwork_mem = 4096\n',
    'max_connections = many\nwork_mem = 1\n',
    { conf: 'bgwriter_delay = 20000us\n', postgres: [12, 18] },
  ],
  invalid: [
    {
      conf: "shared_buffers = '128M'  # an eighth\n",
      errors: [{ messageId: 'refused', line: 1, column: 18, endColumn: 24 }],
      output: "shared_buffers = '128MB'  # an eighth\n",
    },
    { conf: 'work_mem = 4mb\n', errors: [{ messageId: 'refused', line: 1, text: '4mb' }], output: 'work_mem = 4MB\n' },
    { conf: 'statement_timeout = 5kB\n', errors: [{ messageId: 'refused', line: 1, text: '5kB' }] },
    {
      conf: '',
      files: { 'postgresql.auto.conf': "work_mem = '4mb'\n" },
      errors: [{ messageId: 'refused', file: 'postgresql.auto.conf', line: 1, text: "'4mb'" }],
    },
  ],
});
