import { replaceText } from '../../src/rule-kit/edits/text.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'conf/assignment-style',
  meta: {
    type: 'layout',
    summary: 'Require an equals sign with a space on both sides between name and value',
    category: 'maintainability',
    presets: ['style'],
    sameCause: 'file',
    messages: {
      style: {
        headline: '{name} is not written as the others are',
        help: 'Write {name} = {value}, so that one search finds every setting.',
      },
    },
    fix: 'safe',
  },
  create({ cluster, report }) {
    return {
      ConfEntry(entry) {
        const { file, node } = entry;
        const { start, end } = { start: node.name.end, end: node.value.start };
        const between = file.text.slice(start, end);
        // Several blanks line values up.
        if (/^[ \t]+=[ \t]+$/.test(between) || file === cluster.configuration.auto) return;
        const edits = replaceText({ file, start, end }, ' = ');
        report({
          messageId: 'style',
          data: { name: entry.name, value: file.text.slice(node.value.start, node.value.end) },
          at: { file, start: node.start, end: node.end },
          fix: { title: 'Write name = value', safety: 'safe', edits },
        });
      },
    };
  },
});
