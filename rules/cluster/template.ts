import { isSample } from '../../src/rule-kit/cluster/samples.js';
import { hasTemplateSigns } from '../../src/rule-kit/cluster/template-signs.js';
import { templatesOf } from '../../src/rule-kit/cluster/templates.js';
import { isCarried, isFilledIn } from '../../src/rule-kit/platform.js';
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
    warnings: ['namedValues', 'namedStatements'],
    messages: {
      namedValues: {
        headline: 'This template is judged in part',
        why: '{example} stands for something that is filled in later ({count}). {lines} not judged.',
        help: 'Check the file that is made of the template too.',
      },
      namedStatements: {
        headline: 'Nothing in this template is judged',
        why: '{example} is a statement of a template language, and nobody knows what becomes of the lines around it.',
        help: 'Check the file that is made of the template.',
      },
      values: {
        headline: 'This file is a template: {example} is filled in later',
        why: 'A server that reads the file as it is refuses it, or takes the placeholder for a name ({count}). {lines} not judged.',
        help: 'Check the file that is made of the template.',
      },
      statements: {
        headline: 'A template that no server can read: {example}',
        why: 'It is a statement of a template language. Nothing in the file is judged, since nobody knows what becomes of it.',
        help: 'Check the file that is made of the template.',
      },
    },
  },
  create({ cluster, report }) {
    return {
      Cluster() {
        if (!hasTemplateSigns(cluster)) return;
        for (const { file, placeholders, statement, lines } of templatesOf(cluster)) {
          if (isSample(file) && placeholders.every((each) => isOfInitdb(file.text.slice(each.start, each.end))))
            continue;
          if (
            statement === undefined &&
            placeholders.every((each) => isFilledIn({ file, start: each.start, end: each.end }))
          )
            continue;
          // By its name a template is no surprise, and no server reads it, or what carries it, as it is.
          const isNamed = templateName.test(file.path) || isCarried(file);
          const { start, end } =
            statement ?? placeholders.find((each) => !isFilledIn({ file, start: each.start, end: each.end }))!;
          const example = shorten(file.text.slice(start, end));
          // A block of code may be long: its first line is enough to find it.
          const lineEnd = file.text.slice(start, end).search(/\r?\n/);
          const at = { file, start, end: lineEnd === -1 ? end : start + lineEnd };
          if (statement !== undefined) {
            report({ messageId: isNamed ? 'namedStatements' : 'statements', data: { example }, at });
          } else {
            const data = { example, ...counted(placeholders.length, lines.length) };
            report({ messageId: isNamed ? 'namedValues' : 'values', data, at });
          }
        }
      },
    };
  },
});

/** The endings of files that a template language fills in. */
const templateName = /\.(?:ctmpl|epp|erb|gotmpl|hbs|in|j2|jinja2?|mustache|template|tmpl|tpl|tt)$/i;

/** What initdb fills in when it makes pg_hba.conf of its sample (initdb.c, setup_config). */
function isOfInitdb(placeholder: string): boolean {
  return /^@(?:authcomment|authmethod(?:host|local)?|default_username|remove-line-for-\w+)@$/.test(placeholder);
}

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
