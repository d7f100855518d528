import { remarksOn } from '../../src/rule-kit/platform.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'carrier/text-value',
  meta: {
    type: 'problem',
    summary: 'Require quotes around values that YAML reads as numbers or booleans where the platform wants texts',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      'not-text': {
        headline: '{platform} needs a text for {name}',
        why: 'The API server rejects {value} without quotes.',
        help: "Write '{value}'.",
      },
    },
    fix: 'safe',
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        for (const { about, data, at } of remarksOn(cluster, 'not-text')) {
          const { name, value } = data as { name: string; value: string };
          // The document has the value in quotes of its own, after the name and an equals sign.
          const token = { start: at.start + name.length + ' = '.length, end: at.end };
          report({
            messageId: about,
            parts: [name],
            data,
            at: { file: at.file, ...token },
            fix: {
              title: `Write '${value}'`,
              safety: 'safe',
              changes: [],
              edits: [{ do: 'replace-value', at: at.file, token, value, quoted: true }],
            },
          });
        }
      },
    };
  },
});
