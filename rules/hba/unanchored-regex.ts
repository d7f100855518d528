import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { openExpression } from '../../src/rule-kit/records/anchors.js';
import { withoutClosingSlash, withoutTrailingSlash } from '../../src/rule-kit/records/closing-slash.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule, type NamePattern, type PlacedToken } from '../../src/rule-kit/rule.js';

const openings = { both: 'anywhere in it', start: 'at its end', end: 'at its start' };

export default defineRule({
  id: 'hba/unanchored-regex',
  meta: {
    type: 'problem',
    summary: 'Require that regular expressions for databases and roles match whole names',
    category: 'authorization',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    targets: { from: 16 },
    eachRecordAlone: true,
    messages: {
      slash: {
        headline: '/{pattern} matches no {what}',
        why: 'Nothing can come after the $, not even a slash.',
        help: 'Write /{right}.',
      },
      slashInName: {
        headline: '/{pattern} matches only a {what} with a slash',
        why: 'The closing slash belongs to the expression.',
        help: 'Write /{right}.',
      },
      open: {
        headline: '/{pattern} also matches parts of names',
        why: 'A match {where} is enough.',
        help: 'Write /{anchored} to match whole names.',
      },
    },
    suggestions: true,
  },
  create({ report, target }) {
    return {
      HbaRecord(record) {
        if (!isTaken(record) || record.method === 'reject') return;
        for (const pattern of record.databases) check(pattern, 'database');
        for (const pattern of record.users) check(pattern, 'role');
      },
    };

    function check(pattern: NamePattern, what: string): void {
      const { kind, value, token } = pattern;
      const closed = kind === 'regex' ? withoutClosingSlash(value) : undefined;
      const right = closed ?? (kind === 'regex' ? withoutTrailingSlash(value) : undefined);
      if (right !== undefined) {
        report({
          messageId: closed === undefined ? 'slashInName' : 'slash',
          data: { pattern: value, what, right },
          at: { file: token.file, start: token.start, end: token.end },
          suggestions: [{ title: `Write /${right}`, edits: replaceToken(token, asToken(right, token)) }],
        });
        return;
      }
      const found = kind === 'regex' ? openExpression(pattern, target) : undefined;
      if (found === undefined) return;
      const { open, anchored } = found;
      const { file, start, end } = token;
      report({
        messageId: 'open',
        data: { pattern: value, what, where: openings[open], anchored },
        at: { file, start, end },
        suggestions: [
          {
            title: `Write /${anchored}`,
            edits: replaceToken(token, asToken(anchored, token)),
          },
        ],
      });
    }
  },
});

/** An expression as the token shows it: in quotes where the token has some. */
function asToken(expression: string, { file, start }: PlacedToken): string {
  return file.text[start] === '"' ? `"/${expression.replaceAll('"', '""')}"` : `/${expression}`;
}
