import rule from '../../../rules/conf/scram-iterations.js';
import { testRule } from '../../../src/linter/rule-tester.js';

testRule(rule, {
  valid: [
    { name: 'the default', conf: 'port = 1\n' },
    'scram_iterations = 10000\n',
    { name: '15 has no such parameter', conf: 'scram_iterations = 1\n', postgres: 15 },
    { conf: 'scram_iterations = 1000\n', options: { minimum: 1000 } },
  ],
  invalid: [
    {
      conf: 'scram_iterations = 100 # fast\n',
      errors: [
        {
          messageId: 'few',
          line: 1,
          text: '100',
          message:
            'SCRAM verifiers have only 100 hash rounds. Anyone who steals one can try passwords faster (scram_iterations). Set scram_iterations = 4096; passwords that are set from then on get it.',
          suggestions: [{ title: 'Set scram_iterations = 4096', output: 'scram_iterations = 4096 # fast\n' }],
        },
      ],
    },
    {
      conf: 'port = 1\n',
      options: { minimum: 10000 },
      errors: [
        {
          messageId: 'few',
          line: 1,
          column: 1,
          suggestions: [{ title: 'Set scram_iterations = 10000', output: 'port = 1\nscram_iterations = 10000\n' }],
        },
      ],
    },
    {
      conf: 'scram_iterations = 5000000\n',
      errors: [
        {
          messageId: 'many',
          line: 1,
          text: '5000000',
          suggestions: [{ title: 'Set scram_iterations = 1000000', output: 'scram_iterations = 1000000\n' }],
        },
      ],
    },
  ],
});
