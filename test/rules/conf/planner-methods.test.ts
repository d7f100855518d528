import rule from '../../../rules/conf/planner-methods.js';
import { testRule } from '../../../src/linter/rule-tester.js';

const off = (name: string, effect: string) => ({
  conf: `${name} = off\n`,
  errors: [
    {
      messageId: 'unwanted',
      line: 1,
      text: 'off',
      message: `${name} = off holds for every query. ${effect} are off: the switch is there to look at the plan of one query, and takes the best plan away from others. Remove the line, and SET it in the session or the function that needs it.`,
      suggestions: [{ title: `Put ${name} back to its default, on`, output: '' }],
    },
  ],
});

testRule(rule, {
  valid: [
    'enable_seqscan = on\nenable_nestloop = true\n',
    'jit = off\nenable_partitionwise_join = off\n',
    { name: 'replaced later on', conf: 'enable_seqscan = off\nenable_seqscan = on\n' },
  ],
  invalid: [
    off('enable_seqscan', 'Sequential scans'),
    off('enable_nestloop', 'Nested loops'),
    off('enable_hashjoin', 'Hash joins'),
  ],
});
