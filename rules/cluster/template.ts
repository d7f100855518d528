import { hasTemplateSigns } from '../../src/rule-kit/cluster/template-signs.js';
import { templatesOf } from '../../src/rule-kit/cluster/templates.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'cluster/template',
  meta: {
    type: 'problem',
    summary: 'Report files that are templates, of which only a part can be judged, or nothing',
    category: 'correctness',
    presets: ['correctness'],
    anyMajor: true,
    evenInTemplates: true,
    messages: {
      values:
        'This file is a template: {example} stands for something that is filled in later ({count}). A server that reads the file as it is refuses it, or takes the placeholder for a name. {lines} not judged; check the file that is made of the template.',
      statements:
        'This file is a template: {example} is a statement of a template language, which a server refuses. Nothing in the file is judged, since nobody knows what becomes of it; check the file that is made of the template.',
    },
  },
  create({ cluster, report }) {
    return {
      Cluster() {
        if (!hasTemplateSigns(cluster)) return;
        for (const { file, placeholders, statement, lines } of templatesOf(cluster)) {
          const { start, end } = statement ?? placeholders[0]!;
          const example = shorten(file.text.slice(start, end));
          // A block of code may be long: its first line is enough to find it.
          const lineEnd = file.text.slice(start, end).search(/\r?\n/);
          const at = { file, start, end: lineEnd === -1 ? end : start + lineEnd };
          if (statement !== undefined) report({ messageId: 'statements', data: { example }, at });
          else report({ messageId: 'values', data: { example, ...counted(placeholders.length, lines.length) }, at });
        }
      },
    };
  },
});

function counted(placeholders: number, lines: number): { count: string; lines: string } {
  return {
    count: placeholders === 1 ? 'the only placeholder' : `the first of ${placeholders} placeholders`,
    lines: lines === 1 ? 'The line is' : `The ${lines} lines with placeholders are`,
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}
