import rule from '../../../rules/cluster/byte-order-mark.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { conf: 'port = 5433\n' },
    { name: 'elsewhere it is a character like others', conf: "cluster_name = 'a\uFEFF'\n" },
    { hba: 'local all all peer\n', ident: '\n' },
  ],
  invalid: [
    {
      conf: '\uFEFFport = 5433\n',
      errors: [{ messageId: 'mark', line: 1, column: 1, text: '\uFEFF' }],
      output: 'port = 5433\n',
    },
    {
      hba: '\uFEFF# records\nlocal all all peer\n',
      errors: [{ messageId: 'mark', line: 1, column: 1 }],
      output: '# records\nlocal all all peer\n',
    },
    {
      ident: '\uFEFFm alice a\n',
      errors: [
        {
          messageId: 'mark',
          line: 1,
          column: 1,
          message:
            'The file begins with a byte order mark, which is not shown. The server reads it as a part of the first word: if that is the name of a map, no record finds the map. Save it as UTF-8 without the mark.',
        },
      ],
      output: 'm alice a\n',
    },
  ],
});
