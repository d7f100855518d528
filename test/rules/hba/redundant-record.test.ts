import rule from '../../../rules/hba/redundant-record.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    {
      name: 'columns that are swapped: the record was to do something else (hba/keyword-like-name)',
      hba: 'host all all 127.0.0.1/32 md5\nhost replicator replication 127.0.0.1/32 md5\n',
    },
    'host all all 10.0.0.0/8 scram-sha-256\nhost all all 11.0.0.0/8 scram-sha-256\n',
    { name: 'all does not match replication', hba: 'host all all all md5\nhost replication all all md5\n' },
    { name: 'another method: hba/unreachable-record', hba: 'local all all peer\nlocal app app scram-sha-256\n' },
    { name: 'a broken record counts for nothing', hba: 'host all all all md5 map=x\nhost app app all md5\n' },
    { name: 'a wider one below', hba: 'host app app 10.0.0.1/32 md5\nhost all all 10.0.0.0/8 md5\n' },
    {
      name: 'an include that comes twice',
      hba: 'include a.conf\ninclude a.conf\n',
      files: { 'a.conf': 'local all all peer\n' },
    },
  ],
  invalid: [
    {
      name: 'the same in other words',
      hba: 'host app,web all 10.0.0.0/8 md5 # one\nhost web,app all 10.0.0.0 255.0.0.0 md5\n',
      errors: [{ messageId: 'duplicate', line: 2, column: 1, endColumn: 40 }],
      output: 'host app,web all 10.0.0.0/8 md5 # one\n',
    },
    {
      hba: 'host all all 10.0.0.0/8 md5\n# the application\nhostssl app app 10.1.0.0/16 md5\nlocal all all peer # why\nlocal app app peer # how\n',
      errors: [{ messageId: 'covered', line: 5, column: 1 }],
      output:
        'host all all 10.0.0.0/8 md5\n# the application\nhostssl app app 10.1.0.0/16 md5\nlocal all all peer # why\n# how\n',
    },
    {
      hba: 'host all all 10.0.0.0/9 md5\nhost all all 10.128.0.0/9 md5\nhost app all 10.0.0.0/8 md5\n',
      errors: [
        {
          messageId: 'together',
          line: 3,
          column: 1,
          message:
            'Never reached: lines 1 and 2 do the same. They match all that this record is for (md5). Remove this record.',
        },
      ],
      output: 'host all all 10.0.0.0/9 md5\nhost all all 10.128.0.0/9 md5\n',
    },
  ],
});
