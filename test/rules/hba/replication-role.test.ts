import rule from '../../../rules/hba/replication-role.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'local replication all peer\nhost replication all 127.0.0.1/32 md5\nhost replication all ::1/128 md5\n',
    'host replication repl 10.0.0.1/32 md5\n',
    'host all all 10.0.0.1/32 md5\n',
    'host replication all 10.0.0.1/32 reject\n',
    { hba: 'host replication postgres 10.0.0.1/32 md5\n', options: { superusers: [] } },
    { hba: 'host replication all 10.0.0.1/32 md5\n', options: { allow: [{ address: ['10.0.0.1/32'] }] } },
  ],
  invalid: [
    { hba: 'host replication all 10.0.0.1/32 md5\n', errors: [{ messageId: 'all', line: 1, text: 'all' }] },
    {
      hba: 'host replication repl,postgres samenet md5\n',
      errors: [{ messageId: 'superuser', line: 1, text: 'postgres' }],
    },
    {
      hba: 'host app,replication dba all md5\n',
      options: { superusers: ['dba'] },
      errors: [{ messageId: 'superuser', line: 1, text: 'dba' }],
    },
  ],
});
