import rule from '../../../rules/hba/replication-keyword.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const write = (output: string) => [{ title: 'Write replication', output }];

testRule(rule, {
  valid: [
    'host replication repl 10.0.0.1/32 md5\n',
    {
      name: 'another record lets it stream',
      hba: 'host all repl 10.0.0.1/32 md5\nhost replication all 10.0.0.0/24 md5\n',
    },
    { name: 'no role for replication', hba: 'host all app 10.0.0.1/32 md5\nhost all all samenet md5\n' },
    'host all repl all reject\n',
    { hba: 'host all repl 10.0.0.1/32 md5\n', options: { users: [] } },
  ],
  invalid: [
    {
      hba: 'host all repl 10.0.0.1/32 md5\n',
      errors: [
        { messageId: 'all', line: 1, text: 'all', suggestions: write('host replication repl 10.0.0.1/32 md5\n') },
      ],
    },
    {
      hba: 'local all all peer\nhost all app,standby 10.0.0.1/32 md5\n',
      errors: [
        {
          messageId: 'all',
          line: 2,
          text: 'all',
          suggestions: write('local all all peer\nhost replication app,standby 10.0.0.1/32 md5\n'),
        },
      ],
    },
    {
      name: 'the record for replication is for another role',
      hba: 'host all rep 10.0.0.1/32 md5\nhost replication bob samenet md5\n',
      options: { users: ['rep'] },
      errors: [
        {
          messageId: 'all',
          line: 1,
          text: 'all',
          suggestions: write('host replication rep 10.0.0.1/32 md5\nhost replication bob samenet md5\n'),
        },
      ],
    },
  ],
});
