import { allowOption, isAllowed } from '../../src/rule-kit/records/allow.js';
import { recordPlace } from '../../src/rule-kit/records/record-places.js';
import { isRemote } from '../../src/rule-kit/records/records.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'hba/record-comment',
  meta: {
    type: 'suggestion',
    summary: 'Require a comment that says why each record for other machines is there',
    category: 'maintainability',
    presets: ['strict'],
    options: {
      pattern: {
        type: 'string',
        default: '\\S',
        description: 'A regular expression that the comment must match, for instance the form of a ticket.',
      },
      allow: allowOption,
    },
    sameCause: 'file',
    messages: {
      missing: {
        headline: 'No comment says why this record is there',
        why: 'Nobody can tell who may remove it.',
        help: 'Add one after it, or above its block.',
      },
      pattern: {
        headline: 'The comment of this record does not match {pattern}',
      },
    },
  },
  create({ options, report }) {
    let expression: RegExp;
    try {
      expression = new RegExp(options.pattern, 'u');
    } catch {
      return {};
    }
    return {
      HbaRecord(record) {
        if (!isRemote(record) || isAllowed(record, options.allow)) return;
        const comments = [...commentsOf(record.file.text, record.start, record.end)];
        if (comments.some((comment) => expression.test(comment))) return;
        report({
          messageId: comments.length === 0 ? 'missing' : 'pattern',
          data: { pattern: options.pattern },
          at: recordPlace(record),
        });
      },
    };
  },
});

/** The comment behind a record, and those of the lines right above its block: one speaks for all records up to a blank line. */
function* commentsOf(text: string, start: number, end: number): Generator<string> {
  const newline = text.indexOf('\n', end);
  const behind = /#(.*)/.exec(text.slice(end, newline === -1 ? text.length : newline))?.[1]?.trim();
  if (behind) yield behind;
  for (let lineEnd = text.lastIndexOf('\n', start - 1); lineEnd > 0; ) {
    const lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
    const line = text.slice(lineStart, lineEnd).trim();
    if (line === '') return;
    const comment = /^#+(.*)/.exec(line)?.[1]?.trim();
    if (comment) yield comment;
    lineEnd = lineStart - 1;
  }
}
