import { checkRegularExpression } from '../../src/rule-kit/records/regular-expression.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'ident/backreference',
  meta: {
    type: 'problem',
    summary: 'Report \\1 in mappings whose system user has no group to refer to',
    category: 'correctness',
    concern: 'meaning',
    presets: ['correctness'],
    messages: {
      otherGroup: {
        headline: '{written} stays as it is, since only \\1 is replaced',
        why: 'So it maps to a role named {role}.',
        help: 'Write \\1, for the first group.',
      },
      noGroup: {
        headline: '/{pattern} has no group for \\1',
        why: 'Every login by this mapping fails.',
        help: 'Put the part to use in parentheses.',
      },
      noRegex: {
        headline: '\\1 needs a regular expression as the system user',
        why: 'So only a role named {role} matches.',
        help: 'Write / first, and a part in parentheses.',
      },
    },
  },
  create({ report, target }) {
    return {
      IdentMapping({ systemUser, databaseUser, error }) {
        if (error !== undefined || systemUser === undefined || databaseUser === undefined) return;
        // From 16 on a role may be a regular expression of its own, where \1 has the usual meaning.
        if (databaseUser.kind === 'regex') return;
        const { file, start, end, value } = databaseUser.token;
        const at = { file, start, end };
        const other = /\\[02-9]|[$]\d/.exec(value);
        if (other !== null && systemUser.kind === 'regex' && !value.includes('\\1')) {
          report({ messageId: 'otherGroup', data: { written: other[0], role: value }, at });
          return;
        }
        if (!value.includes('\\1')) return;
        if (systemUser.kind !== 'regex') {
          report({ messageId: 'noRegex', data: { name: systemUser.token.value, role: databaseUser.token.value }, at });
          return;
        }
        const check = checkRegularExpression(systemUser.value, target, systemUser.token.file.encoding);
        // What is nested too deep to be read may have one.
        if (!check.ok || check.groups > 0 || check.tree === undefined) return;
        report({ messageId: 'noGroup', data: { pattern: systemUser.value }, at });
      },
    };
  },
});
