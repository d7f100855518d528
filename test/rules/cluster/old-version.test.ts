import rule from '../../../rules/cluster/old-version.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: 'port = 5433\n', files: { PG_VERSION: '16\n' } },
    { name: 'nothing tells', conf: 'port = 5433\n' },
    { name: 'a target that is given', conf: 'port = 5433\n', files: { PG_VERSION: '9.6\n' }, postgres: 16 },
  ],
  invalid: [
    {
      conf: 'port = 5433\n',
      files: { PG_VERSION: '9.6\n' },
      errors: [
        {
          messageId: 'old',
          line: 1,
          column: 1,
          message:
            'PostgreSQL 9.6 gets no security fixes any more. The file is for it, as PG_VERSION tells. Only what holds on every major from 10 to 20 is checked. Move to a supported major, or say with --postgres for which major the file is.',
        },
      ],
    },
    {
      files: { 'recovery.conf': "standby_mode = 'on'\ntrigger_file = '/tmp/x'\n" },
      errors: [{ messageId: 'recovery', file: 'recovery.conf', line: 1, column: 1 }],
    },
    {
      hba: 'local all all peer\n',
      files: { PG_VERSION: '8.4' },
      errors: [{ messageId: 'old', line: 1, column: 1 }],
    },
  ],
});
