import { replaceText } from '../../src/rule-kit/edits/text.js';
import { defineRule, type SourceFile } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'cluster/continued-comment',
  meta: {
    type: 'problem',
    summary: 'Report comments whose backslash at the end makes the next line part of them',
    category: 'correctness',
    presets: ['correctness'],
    targets: { from: 14 },
    messages: {
      swallowed: {
        headline: 'This comment goes on in the next line (backslash)',
        why: 'The server does not read {line}.',
        help: 'Remove the backslash.',
      },
    },
    suggestions: true,
  },
  create({ cluster, report }) {
    return {
      Cluster() {
        for (const file of cluster.files) if (file.kind !== 'conf') check(file);
      },
    };

    function check(file: SourceFile): void {
      for (const { start, end } of file.tree.comments) {
        const text = file.text.slice(start, end);
        const match = /\\(\r?\n)([\s\S]*)/.exec(text);
        if (match === null) continue;
        const backslash = start + match.index;
        const swallowed = match[2]!.split(/\r?\n/)[0]!.trim();
        // Another comment or an empty line is no loss.
        if (swallowed === '' || swallowed.startsWith('#')) continue;
        report({
          messageId: 'swallowed',
          data: { line: swallowed.length > 60 ? `${swallowed.slice(0, 57)}…` : swallowed },
          at: { file, start: backslash, end: backslash + 1 },
          suggestions: [
            { title: 'Remove the backslash', edits: replaceText({ file, start: backslash, end: backslash + 1 }, '') },
          ],
        });
      }
    }
  },
});
