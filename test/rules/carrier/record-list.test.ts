import rule from '../../../rules/carrier/record-list.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const patroni = (rest: string) => ({ files: { 'patroni.yml': `scope: a\npostgresql:\n${rest}` } });
const cluster = (rest: string) => ({
  files: { 'cluster.yaml': `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nspec:\n  postgresql:\n${rest}` },
});

testRule(rule, {
  valid: [
    patroni(
      '  pg_hba:\n    - local all all peer\n    - "host all all all scram-sha-256"\n    - |\n      local a a peer\n',
    ),
    patroni('  pg_hba: []\n  parameters: { work_mem: 4MB }\n'),
    patroni('  pg_hba:\n  pg_ident: ~\n  parameters: { work_mem: 4MB }\n'),
  ],
  invalid: [
    {
      ...patroni(
        '  pg_hba:\n    - local all all peer\n    - host: all all all md5\n      x: y\n    - [a]\n    - 5\n    - ~\n',
      ),
      errors: [
        {
          messageId: 'no-record',
          line: 5,
          text: 'host: all all all md5',
          message:
            'The server gets no record of this item. YAML does not read it as one text. Write the whole record in quotes.',
        },
        { messageId: 'no-record', line: 7, text: '[a]' },
        { messageId: 'no-record', line: 8, text: '5' },
        { messageId: 'no-record', line: 9, text: '~' },
      ],
    },
    {
      ...patroni('  pg_ident: |\n    a b c\n    d e f\n'),
      errors: [
        {
          messageId: 'no-list',
          line: 3,
          text: '|',
          message:
            'The records are one text, where a list is asked for. No platform takes such a text apart: it refuses it, or makes a line of each character. Write a list with one record for each item.',
        },
      ],
    },
    {
      ...cluster('    pg_hba: host all all all md5\n'),
      errors: [{ messageId: 'no-list', line: 5, text: 'host all all all md5' }],
    },
  ],
});
