import rule from '../../../rules/conf/standby-queries.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    '',
    'hot_standby = on\nhot_standby_feedback = on\n',
    { name: 'without feedback the primary is free', conf: 'max_standby_streaming_delay = -1\n' },
  ],
  invalid: [
    {
      conf: 'hot_standby = off\n',
      errors: [
        {
          messageId: 'off',
          line: 1,
          text: 'off',
          suggestions: [{ title: 'Set hot_standby = on', output: 'hot_standby = on\n' }],
        },
      ],
    },
    {
      conf: "hot_standby = 'no' # cold\n",
      errors: [
        {
          messageId: 'off',
          line: 1,
          text: "'no'",
          suggestions: [{ title: 'Set hot_standby = on', output: 'hot_standby = on # cold\n' }],
        },
      ],
    },
    {
      conf: 'hot_standby_feedback = on\nmax_standby_streaming_delay = -1\n',
      errors: [
        {
          messageId: 'endless',
          line: 2,
          text: '-1',
          suggestions: [
            {
              title: 'Set max_standby_streaming_delay = 5min',
              output: 'hot_standby_feedback = on\nmax_standby_streaming_delay = 5min\n',
            },
          ],
        },
      ],
    },
  ],
});
