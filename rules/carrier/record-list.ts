import { remarksOn } from '../../src/rule-kit/platform.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'carrier/record-list',
  meta: {
    type: 'problem',
    summary: 'Require a list of texts where a platform wants records',
    category: 'authentication',
    presets: ['correctness'],
    messages: {
      'no-record': {
        headline: 'The server gets no record of this item',
        why: 'YAML does not read it as one text.',
        help: 'Write the whole record in quotes.',
      },
      'no-list': {
        headline: 'The records are one text, where a list is asked for',
        why: 'No platform takes such a text apart: it refuses it, or makes a line of each character.',
        help: 'Write a list with one record for each item.',
      },
    },
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        for (const { about, at } of remarksOn(cluster, 'no-record', 'no-list')) report({ messageId: about, at });
      },
    };
  },
});
