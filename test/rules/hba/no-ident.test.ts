import rule from '../../../rules/hba/no-ident.js';
import { testRule } from '../../../src/linter/rule-tester.js';

function scram(output: string) {
  return [{ title: 'Use scram-sha-256', output }];
}

testRule(rule, {
  valid: [
    'local all all peer\n',
    'host ident ident 10.0.0.0/8 scram-sha-256\n',
    'hostssl all all 10.0.0.0/8 cert map=people\n',
    { hba: 'host all all 10.0.0.7/32 ident\n', options: { allow: [{ address: ['10.0.0.7/32'] }] } },
  ],
  invalid: [
    {
      hba: 'host all all 10.0.0.0/8 ident map=x\n',
      errors: [
        {
          messageId: 'remote',
          line: 1,
          column: 25,
          endColumn: 30,
        },
      ],
    },
    {
      hba: 'local   all  all         ident   # old\n',
      errors: [{ messageId: 'local', line: 1, text: 'ident' }],
      output: 'local   all  all         peer    # old\n',
    },
    {
      hba: 'local all all ident map=x\nhost all all samenet ident\n',
      errors: [
        { messageId: 'local', line: 1, text: 'ident' },
        {
          messageId: 'remote',
          line: 2,
          text: 'ident',
          suggestions: scram('local all all ident map=x\nhost all all samenet scram-sha-256\n'),
        },
      ],
      output: 'local all all peer map=x\nhost all all samenet ident\n',
    },
  ],
});
