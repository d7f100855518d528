import { remarksOn } from '../../src/rule-kit/platform.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'carrier/quotes-in-word',
  meta: {
    type: 'problem',
    summary: 'Report quotes of postgresql.conf in the words of a command',
    category: 'correctness',
    presets: ['recommended'],
    messages: {
      quoted: {
        headline: 'The quotes become a part of the value',
        why: 'A command gives {name} to the server as it stands, and nothing takes quotes away there as in postgresql.conf.',
        help: 'Write {name}={bare}.',
      },
    },
    fix: 'unsafe',
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        for (const { data, at } of remarksOn(cluster, 'quoted')) {
          const { name, value } = data as { name: string; value: string };
          const bare = value.slice(1, -1).replaceAll("''", "'");
          const start = at.file.text.indexOf(' = ', at.start) + ' = '.length;
          const token = { start, end: at.end };
          report({
            messageId: 'quoted',
            parts: [name],
            data: { name, bare },
            at: { file: at.file, ...token },
            fix: {
              title: `Write ${name}=${bare}`,
              safety: 'unsafe',
              changes: [name.toLowerCase()],
              edits: [{ do: 'replace-value', at: at.file, token, value: bare, quoted: true }],
            },
          });
        }
      },
    };
  },
});
