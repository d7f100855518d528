import { defineRule } from '../../src/rule-kit/rule.js';
import { reportSetting, valueInForce } from '../../src/rule-kit/settings/settings.js';

export default defineRule({
  id: 'conf/planner-costs',
  meta: {
    type: 'problem',
    summary: 'Disallow a random_page_cost below seq_page_cost',
    category: 'correctness',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      below: {
        headline: '{name} makes random reads the cheaper ones',
        why: 'A page read out of order ({random}) never costs less than one read in order ({seq}): plans get worse.',
        help: 'Set random_page_cost to {seq} or more; 1.1 suits solid-state disks.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        const random = valueInForce(cluster, 'random_page_cost');
        const seq = valueInForce(cluster, 'seq_page_cost');
        if (typeof random !== 'number' || typeof seq !== 'number' || random >= seq) return;
        const isRandomSet = cluster.configuration.get('random_page_cost').entry !== undefined;
        const name = isRandomSet ? 'random_page_cost' : 'seq_page_cost';
        const right = isRandomSet ? String(seq) : '1';
        reportSetting(context, name, {
          messageId: 'below',
          data: { name, random, seq },
          right: { value: right, as: 'suggestion' },
        });
      },
    };
  },
});
