import { remarksOn } from '../../src/rule-kit/platform.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'carrier/unquoted-value',
  meta: {
    type: 'problem',
    summary: 'Report values that YAML cannot read without quotes',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      unquoted: {
        headline: 'YAML cannot read this value without quotes',
        why: '{why}, so nothing loads.',
        help: 'Write {right}.',
      },
    },
    fix: 'safe',
  },
  create({ report }) {
    return {
      Cluster(cluster) {
        for (const { data, at } of remarksOn(cluster, 'unquoted')) {
          const value = data['value']!;
          const right = `'${value.replaceAll("'", "''")}'`;
          const why = value.startsWith('"') ? 'It goes on after its quotes' : whyNot[value[0]!]!;
          const start = at.file.text.indexOf(' = ', at.start) + ' = '.length;
          report({
            messageId: 'unquoted',
            data: { why, right },
            at: { file: at.file, start, end: at.end },
            fix: {
              title: `Write ${right}`,
              safety: 'safe',
              changes: [],
              // The document has the value in quotes already.
              edits: [{ do: 'replace-value', at: at.file, token: { start, end: at.end }, value, quoted: true }],
            },
          });
        }
      },
    };
  },
});

/** What YAML makes of the first characters of a value (YAML 1.2.2, 5.3). */
const whyNot: Readonly<Record<string, string>> = {
  '*': 'After “*” it expects the name of an anchor',
  '%': 'A value cannot start with “%”',
  '@': 'A value cannot start with “@”',
  '`': 'A value cannot start with “`”',
};
