import rule from '../../../rules/hba/host-name-address.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'host all all 10.0.0.1/32 md5\nhost all all all md5\nhost all all samenet md5\n',
    'host all all localhost md5\n',
    { name: 'a network of numbers in a short form', hba: 'host all all 10.1/16 md5\n' },
    'host all all db1.example.com reject\n',
    { hba: 'host app app web md5\n', options: { allow: [{ address: ['web'] }] } },
  ],
  invalid: [
    { hba: 'host all all db1.example.com md5\n', errors: [{ messageId: 'host', line: 1, text: 'db1.example.com' }] },
    {
      hba: 'local all all peer\nhost all all .example.com md5\n',
      errors: [{ messageId: 'suffix', line: 2, text: '.example.com' }],
    },
    {
      name: 'a quoted keyword is a name',
      hba: 'host all all "samenet" md5\n',
      errors: [{ messageId: 'host', line: 1, text: '"samenet"' }],
    },
  ],
});
