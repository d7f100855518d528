import { replaceToken } from '../../src/rule-kit/edits/records.js';
import { openExpression } from '../../src/rule-kit/records/anchors.js';
import { domainsWithOpenDots } from '../../src/rule-kit/records/broad-expressions.js';
import { withoutClosingSlash } from '../../src/rule-kit/records/closing-slash.js';
import { defineRule } from '../../src/rule-kit/rule.js';

const openings = { both: 'anywhere in the name', start: 'the end of the name', end: 'the start of the name' };

export default defineRule({
  id: 'ident/unanchored-regex',
  meta: {
    type: 'problem',
    summary: 'Require that regular expressions for system users match whole names',
    category: 'authorization',
    severity: 'warning',
    presets: ['recommended', { preset: 'strict', severity: 'error' }],
    messages: {
      slash: {
        headline: '/{pattern} matches no system user',
        why: 'Nothing can come after the $, not even a slash.',
        help: 'Write /{right}.',
      },
      open: {
        headline: '/{pattern} also matches parts of names',
        why: 'A match {where} is enough for map {map}.',
        help: 'Tie it to both ends with ^ and $.',
      },
      dot: {
        headline: '/{pattern} has a dot that matches any character',
        why: '@exampleXcom fits too.',
        help: 'Write {escaped}.',
      },
    },
    suggestions: true,
  },
  create({ report, target }) {
    return {
      IdentMapping({ systemUser, mapName, error }) {
        if (error !== undefined || systemUser?.kind !== 'regex') return;
        const { file, start, end } = systemUser.token;
        const pattern = systemUser.value;
        const at = { file, start, end };
        const right = withoutClosingSlash(pattern);
        if (right !== undefined) {
          const text = file.text[start] === '"' ? `"/${right.replaceAll('"', '""')}"` : `/${right}`;
          const suggestions = [{ title: `Write /${right}`, edits: replaceToken(at, text) }];
          report({ messageId: 'slash', data: { pattern, right }, at, suggestions });
          return;
        }
        const found = openExpression(systemUser, target);
        if (found !== undefined) {
          report({ messageId: 'open', data: { pattern, where: openings[found.open], map: mapName?.value ?? '' }, at });
        }
        const [domain] = domainsWithOpenDots(systemUser, target);
        if (domain === undefined) return;
        const escaped = domain.replaceAll('.', '\\.');
        // The token as written: in double quotes or not, the domain stands in it the same way.
        const text = file.text.slice(start, end).replace(domain, escaped);
        report({
          messageId: 'dot',
          data: { pattern, escaped },
          at,
          suggestions: [{ title: `Write ${escaped}`, edits: replaceToken(at, text) }],
        });
      },
    };
  },
});
