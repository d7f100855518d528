import { checkRegularExpression } from '../../src/rule-kit/records/regular-expression.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'ident/backreference',
  meta: {
    type: 'problem',
    summary: 'Report \\1 in mappings whose system user has no group to refer to',
    category: 'correctness',
    presets: ['correctness'],
    messages: {
      noGroup:
        '\\1 stands for the first group in parentheses of the system user, but /{pattern} has none: every login by this mapping fails. Put the part to take over in parentheses.',
      noRegex:
        '\\1 has no meaning here, since the system user {name} is not a regular expression: only a role that is called {role} would match. Begin the system user with / and put a part of it in parentheses.',
    },
  },
  create({ report, target }) {
    return {
      IdentMapping({ systemUser, databaseUser, error }) {
        if (error !== undefined || systemUser === undefined || databaseUser === undefined) return;
        // From 16 on a role may be a regular expression of its own, where \1 has the usual meaning.
        if (databaseUser.kind === 'regex' || !databaseUser.token.value.includes('\\1')) return;
        const { file, start, end } = databaseUser.token;
        const at = { file, start, end };
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
