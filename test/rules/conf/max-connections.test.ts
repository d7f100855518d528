import rule from '../../../rules/conf/max-connections.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: ['', 'max_connections = 500\n', { conf: 'max_connections = 900\n', options: { max: 1000 } }],
  invalid: [
    { conf: 'max_connections = 501\n', errors: [{ messageId: 'many', line: 1, text: '501' }] },
    { conf: 'max_connections = 100\n', options: { max: 50 }, errors: [{ messageId: 'many', line: 1, text: '100' }] },
    { conf: 'superuser_reserved_connections = 0\n', errors: [{ messageId: 'none', line: 1, text: '0' }] },
  ],
});
