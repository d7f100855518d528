import rule from '../../../rules/carrier/dropped-setting.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const patroni = (dcs: string, local: string) => ({
  files: {
    'patroni.yml': `scope: a\nbootstrap:\n  dcs:\n    postgresql:\n      parameters:\n${dcs}postgresql:\n  parameters:\n${local}`,
  },
});
const cluster = (rest: string) => ({
  files: {
    'cluster.yaml': `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec:\n  postgresql:\n${rest}`,
  },
});

const lines = ['        max_connections: 10\n', '        wal_level: minimal\n', '        max_conections: 5\n'];

testRule(rule, {
  valid: [
    'max_connections = 5\n',
    patroni('        max_connections: 50\n', '    work_mem: 8MB\n'),
    patroni('        wal_level: logical\n', '    pg_stat_statements.max: 100\n'),
    cluster('    parameters:\n      work_mem: 8MB\n'),
    { name: 'what the operator sets anyway', ...cluster('    parameters:\n      logging_collector: "on"\n') },
  ],
  invalid: [
    {
      ...patroni('        work_mem: 8MB\n', '    max_connections: 50\n    a.b: 1\n'),
      errors: [
        {
          messageId: 'ignored',
          line: 9,
          column: 5,
          text: 'max_connections: 50',
          message:
            'Patroni does not pass max_connections to the server. The reason is that it takes it from the configuration of the whole cluster only. Set it in bootstrap.dcs, or with patronictl edit-config.',
          suggestions: [
            {
              title: 'Remove max_connections',
              output: patroni('        work_mem: 8MB\n', '    a.b: 1\n').files['patroni.yml'],
            },
          ],
        },
      ],
    },
    {
      name: 'too few, minimal, and what no server knows',
      ...patroni(lines.join(''), '    a.b: 1\n'),
      errors: lines.map((line, index) => ({
        messageId: 'ignored',
        line: 6 + index,
        text: line.trim(),
        suggestions: [
          {
            title: `Remove ${line.trim().replace(/:.*/, '')}`,
            output: patroni(lines.filter((other) => other !== line).join(''), '    a.b: 1\n').files['patroni.yml'],
          },
        ],
      })),
    },
    {
      ...cluster('    parameters:\n      ssl: "off"\n      work_mem: 8MB\n'),
      errors: [
        {
          messageId: 'refused',
          line: 6,
          text: 'ssl: "off"',
          suggestions: [
            { title: 'Remove ssl', output: cluster('    parameters:\n      work_mem: 8MB\n').files['cluster.yaml'] },
          ],
        },
      ],
    },
  ],
});
