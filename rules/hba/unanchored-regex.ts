import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { openExpression } from '../../src/rule-kit/records/anchors.js';
import { isTaken } from '../../src/rule-kit/records/records.js';
import { defineRule, type NamePattern } from '../../src/rule-kit/rule.js';

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
    messages: {
      open: '/{pattern} also matches every {what} with other characters around it: it need only match {where}. Write /{anchored} to match whole names.',
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
      const found = kind === 'regex' ? openExpression(pattern, target) : undefined;
      if (found === undefined) return;
      const { open, anchored } = found;
      const { file, start, end } = token;
      const quoted = file.text[start] === '"';
      report({
        messageId: 'open',
        data: { pattern: value, what, where: openings[open], anchored },
        at: { file, start, end },
        suggestions: [
          {
            title: `Write /${anchored}`,
            edits: replaceToken(token, quoted ? `"/${anchored.replaceAll('"', '""')}"` : `/${anchored}`),
          },
        ],
      });
    }
  },
});
