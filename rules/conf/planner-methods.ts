import { defineRule } from '../../src/rule-kit/rule.js';
import { reportUnwanted } from '../../src/rule-kit/settings/unwanted-settings.js';

/** Ways to read, join and sort that plans cannot do without, and what each is (costsize.c adds a penalty to those that are off). */
const methods = {
  enable_bitmapscan: 'bitmap scans',
  enable_hashagg: 'hashed aggregation',
  enable_hashjoin: 'hash joins',
  enable_indexonlyscan: 'index-only scans',
  enable_indexscan: 'index scans',
  enable_mergejoin: 'merge joins',
  enable_nestloop: 'nested loops',
  enable_seqscan: 'sequential scans',
  enable_sort: 'sorts',
};

export default defineRule({
  id: 'conf/planner-methods',
  meta: {
    type: 'problem',
    summary: 'Disallow methods of the planner that are off for the whole server',
    category: 'correctness',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      unwanted: {
        headline: '{name} = {value} holds for every query',
        why: '{effect} are off: the switch is there to look at the plan of one query, and takes the best plan away from others.',
        help: 'Remove the line, and SET it in the session or the function that needs it.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster() {
        const table = Object.entries(methods).map(([name, what]) => ({
          name,
          good: [true],
          effect: what[0]!.toUpperCase() + what.slice(1),
        }));
        reportUnwanted(context, table, 'suggestion');
      },
    };
  },
});
