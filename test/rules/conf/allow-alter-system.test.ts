import rule from '../../../rules/conf/allow-alter-system.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const title = 'Set allow_alter_system = off (ALTER SYSTEM then fails)';
const options = { managed: true };

testRule(rule, {
  valid: [
    { name: 'nothing says that the files are managed', conf: 'allow_alter_system = on\n' },
    { conf: 'allow_alter_system = off\n', options },
    { name: '16 has no such parameter', conf: 'port = 1\n', postgres: 16, options },
  ],
  invalid: [
    {
      conf: 'allow_alter_system = on\n',
      options,
      errors: [
        { messageId: 'set', line: 1, text: 'on', suggestions: [{ title, output: 'allow_alter_system = off\n' }] },
      ],
    },
    {
      conf: 'port = 1\n',
      options,
      errors: [
        {
          messageId: 'default',
          line: 1,
          column: 1,
          message:
            'ALTER SYSTEM can override these managed files. It is allowed by default. Set allow_alter_system = off.',
          suggestions: [{ title, output: 'port = 1\nallow_alter_system = off\n' }],
        },
      ],
    },
    {
      conf: '#allow_alter_system = on\n',
      options,
      postgres: [16, 17],
      errors: [
        {
          messageId: 'default',
          line: 1,
          column: 1,
          targets: [17],
          suggestions: [{ title, output: '#allow_alter_system = on\nallow_alter_system = off\n' }],
        },
      ],
    },
  ],
});
