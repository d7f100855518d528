import rule from '../../../rules/conf/allowed-ports.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    "port = '5432'\n",
    { conf: 'port = 5433\n', options: { ports: [5432, 5433] } },
    { conf: 'port = 5433\n', options: { ports: [] } },
    { name: 'the last one counts', conf: 'port = 5433\nport = 5432\n' },
    { name: 'not a port at all', conf: 'port = 70000\n' },
  ],
  invalid: [
    {
      conf: 'port = 5433 # second\n',
      errors: [
        {
          messageId: 'set',
          line: 1,
          text: '5433',
          suggestions: [{ title: 'Set port = 5432', output: 'port = 5432 # second\n' }],
        },
      ],
    },
    {
      conf: "port = '0x1538'\n",
      options: { ports: [6432, 6433] },
      errors: [
        {
          messageId: 'set',
          line: 1,
          text: "'0x1538'",
          suggestions: [{ title: 'Set port = 6432', output: 'port = 6432\n' }],
        },
      ],
    },
    {
      conf: '#port = 5432\n',
      options: { ports: [6432] },
      errors: [
        {
          messageId: 'default',
          line: 1,
          text: '#port = 5432',
          suggestions: [{ title: 'Set port = 6432', output: '#port = 5432\nport = 6432\n' }],
        },
      ],
    },
  ],
});
