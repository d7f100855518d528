import { removeRecord } from '../../src/rule-kit/edits/records.js';
import { remarksOn } from '../../src/rule-kit/platform.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'carrier/dropped-setting',
  meta: {
    type: 'problem',
    summary: 'Report parameters that the platform refuses, or does not give to the server',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      refused: {
        headline: '{platform} rejects a cluster that sets {name}',
        why: 'It sets {name} by itself, and the API server rejects this.',
        help: 'Remove the line.',
      },
      ignored: {
        headline: '{platform} does not pass {name} to the server',
        why: 'The reason is that {why}.',
        help: '{what}',
      },
    },
    suggestions: true,
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        for (const { about, data, at } of remarksOn(cluster, 'refused', 'ignored')) {
          report({
            messageId: about,
            parts: [data['name']!],
            data,
            at,
            suggestions: [{ title: `Remove ${data['name']}`, edits: removeRecord(at) }],
          });
        }
      },
    };
  },
});
