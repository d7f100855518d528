import rule from '../../../rules/carrier/text-value.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const cluster = (rest: string) => ({
  files: {
    'cluster.yaml': `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec:\n  postgresql:\n${rest}`,
  },
});

testRule(rule, {
  valid: [
    'max_connections = 5\n',
    cluster('    parameters:\n      max_connections: "5"\n'),
    cluster('    parameters:\n      work_mem: 8MB\n      wal_level: replica\n'),
  ],
  invalid: [
    {
      ...cluster('    parameters:\n      max_connections: 300 # many\n'),
      errors: [{ messageId: 'not-text', line: 6, column: 24, text: '300' }],
      output: cluster("    parameters:\n      max_connections: '300' # many\n").files['cluster.yaml'],
    },
    {
      ...cluster('    parameters: { fsync: on, a.b: yes }\n'),
      errors: [
        { messageId: 'not-text', line: 5, text: 'on' },
        { messageId: 'not-text', line: 5, text: 'yes' },
      ],
      output: cluster("    parameters: { fsync: 'on', a.b: 'yes' }\n").files['cluster.yaml'],
    },
    {
      ...cluster('    parameters:\n      archive_timeout: 0x10\n'),
      errors: [{ messageId: 'not-text', line: 6, text: '0x10' }],
      output: cluster("    parameters:\n      archive_timeout: '0x10'\n").files['cluster.yaml'],
    },
  ],
});
