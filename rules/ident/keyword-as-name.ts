import { keywordMessages, mistakenKeyword } from '../../src/rule-kit/records/keyword-names.js';
import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'ident/keyword-as-name',
  meta: {
    type: 'problem',
    summary: 'Report keywords that the server takes for names of roles, because they are quoted or not in lower case',
    category: 'correctness',
    concern: 'meaning',
    severity: 'warning',
    presets: ['recommended'],
    targets: { from: 16 },
    options: {
      names: {
        type: 'array',
        default: [],
        items: { type: 'string' },
        description: 'Roles that really have the name of a keyword, for instance ["all"].',
      },
    },
    messages: keywordMessages,
    suggestions: true,
  },
  create({ options, report }) {
    return {
      IdentMapping({ databaseUser, error }) {
        if (error?.severity === 'error' || databaseUser?.kind !== 'name') return;
        const { token } = databaseUser;
        const said = options.names.includes(token.value) ? undefined : mistakenKeyword(token, 'user');
        if (said !== undefined) report(said);
      },
    };
  },
});
