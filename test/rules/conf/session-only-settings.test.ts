import rule from '../../../rules/conf/session-only-settings.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    'row_security = on\n',
    'session_replication_role = origin\n',
    { name: 'a parameter that the target lacks', conf: 'event_triggers = off\n', postgres: 16 },
    { name: 'commented out', conf: '#row_security = off\n' },
  ],
  invalid: [
    {
      conf: 'row_security = off\n',
      errors: [
        {
          messageId: 'unwanted',
          line: 1,
          text: 'off',
          message:
            'row_security = off holds for every session. It makes queries fail where a policy would have hidden rows, for pg_dump’s sake. Remove the line (row_security = on).',
          suggestions: [{ title: 'Put row_security back to its default, on', output: '' }],
        },
      ],
    },
    {
      conf: 'port = 1\nsession_replication_role = replica # sync\n',
      errors: [
        {
          messageId: 'unwanted',
          line: 2,
          text: 'replica',
          suggestions: [
            { title: 'Put session_replication_role back to its default, origin', output: 'port = 1\n# sync\n' },
          ],
        },
      ],
    },
    {
      conf: 'event_triggers = off\n',
      postgres: [16, 17],
      errors: [
        {
          messageId: 'unwanted',
          line: 1,
          column: 18,
          targets: [17],
          suggestions: [{ title: 'Put event_triggers back to its default, on', output: '' }],
        },
      ],
    },
  ],
});
