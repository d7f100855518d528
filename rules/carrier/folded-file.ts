import { remarksOn } from '../../src/rule-kit/platform.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'carrier/folded-file',
  meta: {
    type: 'problem',
    summary: 'Report files whose lines YAML joins into one',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      folded: {
        headline: 'YAML joins these lines, since “>” is above them',
        why: 'The server reads fewer than {count} lines.',
        help: 'Write “|” instead of “>”.',
      },
    },
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        for (const { data, at } of remarksOn(cluster, 'folded')) {
          const end = at.file.text.indexOf('\n', at.start);
          report({ messageId: 'folded', data, at: { ...at, end: end === -1 ? at.end : end } });
        }
      },
    };
  },
});
