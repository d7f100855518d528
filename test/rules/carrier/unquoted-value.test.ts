import rule from '../../../rules/carrier/unquoted-value.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const patroni = (...lines: string[]) => ({
  files: { 'patroni.yml': `scope: a\npostgresql:\n  parameters:\n${lines.map((line) => `    ${line}\n`).join('')}` },
});
const cluster = (line: string) => ({
  files: {
    'cluster.yaml': `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec:\n  postgresql:\n    parameters:\n      ${line}\r\n`,
  },
});

testRule(rule, {
  valid: [
    patroni("listen_addresses: '*'", 'log_line_prefix: "%m"', 'work_mem: 4MB'),
    { name: 'an alias', ...patroni('work_mem: &a 4MB', 'maintenance_work_mem: *a') },
    { name: 'another mistake, which quotes do not change', ...patroni('listen_addresses: *', 'work_mem: [') },
    { name: 'a name that is not a parameter', ...patroni('my_thing: *') },
    { name: 'a comment', ...patroni('# listen_addresses: *') },
    { name: 'no platform', files: { 'a.yaml': 'x:\n  listen_addresses: *\n', 'postgresql.conf': '' } },
  ],
  invalid: [
    {
      ...patroni(
        'listen_addresses: *',
        "log_line_prefix: %m's [%p] # why",
        'search_path: "$user", public',
        'work_mem: 4MB',
      ),
      errors: [
        {
          messageId: 'unquoted',
          line: 4,
          text: '*',
          message:
            "YAML cannot read this value without quotes. After “*” it expects the name of an anchor, so nothing loads. Write '*'.",
        },
        {
          messageId: 'unquoted',
          line: 5,
          text: "%m's [%p]",
          message:
            "YAML cannot read this value without quotes. A value cannot start with “%”, so nothing loads. Write '%m''s [%p]'.",
        },
        {
          messageId: 'unquoted',
          line: 6,
          text: '"$user", public',
          message:
            'YAML cannot read this value without quotes. It goes on after its quotes, so nothing loads. Write \'"$user", public\'.',
        },
      ],
      output: patroni(
        "listen_addresses: '*'",
        "log_line_prefix: '%m''s [%p]' # why",
        'search_path: \'"$user", public\'',
        'work_mem: 4MB',
      ).files['patroni.yml'],
    },
    ...['@x', '`date`'].map((value) => ({
      ...cluster(`application_name: ${value}`),
      errors: [{ messageId: 'unquoted', line: 6, text: value }],
      output: cluster(`application_name: '${value}'`).files['cluster.yaml'],
    })),
  ],
});
