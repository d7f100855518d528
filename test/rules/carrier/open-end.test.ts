import rule from '../../../rules/carrier/open-end.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const cluster = (rest: string) => ({
  files: {
    'cluster.yaml': `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec:\n  postgresql:\n${rest}`,
  },
});

const stackGres = (records: string) => ({
  files: {
    'cluster.yaml': `apiVersion: stackgres.io/v1\nkind: SGCluster\nspec:\n  configurations:\n    patroni:\n      dynamicConfig:\n        postgresql:\n          pg_hba:\n${records}`,
  },
});

const network = '      - hostssl app app 10.0.0.0/8 scram-sha-256\n';
const last = "      - 'host all all all reject'\n";

testRule(rule, {
  valid: [
    { hba: 'host app app 10.0.0.0/8 scram-sha-256\n' },
    cluster(`    pg_hba:\n${network}      - host all all all reject\n`),
    { name: 'no network is named', ...cluster('    pg_hba:\n      - host app app all scram-sha-256\n') },
    { name: 'another method', ...cluster('    pg_hba:\n      - hostssl app app 10.0.0.0/8 cert\n') },
    { name: 'some are shut out', ...cluster('    pg_hba:\n      - host all all 10.0.0.0/8 reject\n') },
  ],
  invalid: [
    {
      ...stackGres(`    ${network}`),
      errors: [
        {
          messageId: 'open-end',
          line: 9,
          text: '10.0.0.0/8',
          message:
            'StackGres adds a record after this that opens the list. “host all all 0.0.0.0/0 md5” also lets clients not from 10.0.0.0/8 try. End the list with “host all all all reject”.',
          suggestions: [
            { title: 'End the list with reject', output: stackGres(`    ${network}    ${last}`).files['cluster.yaml'] },
          ],
        },
      ],
    },
    {
      ...cluster(`    pg_hba:\n${network}`),
      errors: [
        {
          messageId: 'open-end',
          line: 6,
          text: '10.0.0.0/8',
          message:
            'CloudNativePG adds a record after this that opens the list. “host all all all scram-sha-256” also lets clients not from 10.0.0.0/8 try. End the list with “host all all all reject”.',
          suggestions: [
            {
              title: 'End the list with reject',
              output: cluster(`    pg_hba:\n${network}${last}`).files['cluster.yaml'],
            },
          ],
        },
      ],
    },
    {
      name: 'the last one is named, and the record goes to the end',
      ...cluster(`    pg_hba:\n${network}      - local all all peer # us\n`),
      errors: [
        {
          messageId: 'open-end',
          line: 6,
          text: '10.0.0.0/8',
          suggestions: [
            {
              title: 'End the list with reject',
              output: cluster(`    pg_hba:\n${network}      - local all all peer # us\n${last}`).files['cluster.yaml'],
            },
          ],
        },
      ],
    },
    {
      name: 'a list of one line cannot get another record by an edit',
      ...cluster('    pg_hba: [host all all 192.168.0.0/16 md5]\n'),
      errors: [{ messageId: 'open-end', line: 5, text: '192.168.0.0/16' }],
    },
  ],
});
