import rule from '../../../rules/conf/full-page-writes.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const output = 'full_page_writes = on\n';

testRule(rule, {
  valid: ['', 'full_page_writes = on\n', { conf: 'full_page_writes = off\n', options: { atomicStorage: true } }],
  invalid: [
    { conf: 'full_page_writes = off\n', errors: [{ messageId: 'set', line: 1, text: 'off' }], output },
    { conf: 'full_page_writes = no\n', errors: [{ messageId: 'set', line: 1, text: 'no' }], output },
    {
      conf: 'full_page_writes = on\nfull_page_writes = 0\n',
      errors: [{ messageId: 'set', line: 2, text: '0' }],
      output: 'full_page_writes = on\nfull_page_writes = on\n',
    },
  ],
});
