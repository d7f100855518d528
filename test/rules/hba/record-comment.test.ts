import rule from '../../../rules/hba/record-comment.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'host app app 10.0.0.0/24 md5 # the application\n',
    '# the application\nhost app app 10.0.0.0/24 md5\nhost app app 10.0.1.0/24 md5\n',
    { name: 'this machine alone', hba: 'local all all peer\nhost all all 127.0.0.1/32 md5\n' },
    { hba: 'host app app 10.0.0.0/24 md5\n', options: { allow: [{ user: ['app'] }] } },
    { hba: 'host app app 10.0.0.0/24 md5 # OPS-12\n', options: { pattern: 'OPS-\\d+' } },
  ],
  invalid: [
    { hba: 'host app app 10.0.0.0/24 md5\n', errors: [{ messageId: 'missing', line: 1, column: 1 }] },
    {
      name: 'a blank line ends the block',
      hba: '# the application\nhost app app 10.0.0.0/24 md5\n\nhost web web 10.0.1.0/24 md5 #\n',
      errors: [{ messageId: 'missing', line: 4, column: 1 }],
    },
    {
      hba: '# the application\nhost app app 10.0.0.0/24 md5\n',
      options: { pattern: 'OPS-\\d+' },
      errors: [
        { messageId: 'pattern', line: 2, column: 1, message: 'The comment of this record does not match OPS-\\d+.' },
      ],
    },
  ],
});
