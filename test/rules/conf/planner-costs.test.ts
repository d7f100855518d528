import rule from '../../../rules/conf/planner-costs.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: ['random_page_cost = 1.1\n', 'random_page_cost = 1\nseq_page_cost = 1\n', 'seq_page_cost = 0.5\n', '\n'],
  invalid: [
    {
      conf: 'random_page_cost = 0.5\n',
      errors: [
        {
          messageId: 'below',
          line: 1,
          text: '0.5',
          message:
            'random_page_cost makes random reads the cheaper ones. A page read out of order (0.5) never costs less than one read in order (1): plans get worse. Set random_page_cost to 1 or more; 1.1 suits solid-state disks.',
          suggestions: [{ title: 'Set random_page_cost = 1', output: 'random_page_cost = 1\n' }],
        },
      ],
    },
    {
      conf: 'seq_page_cost = 10\n',
      errors: [
        {
          messageId: 'below',
          line: 1,
          text: '10',
          suggestions: [{ title: 'Set seq_page_cost = 1', output: 'seq_page_cost = 1\n' }],
        },
      ],
    },
    {
      conf: 'seq_page_cost = 2\nrandom_page_cost = 1.1\n',
      errors: [
        {
          messageId: 'below',
          line: 2,
          text: '1.1',
          suggestions: [{ title: 'Set random_page_cost = 2', output: 'seq_page_cost = 2\nrandom_page_cost = 2\n' }],
        },
      ],
    },
  ],
});
