import { defineRule } from '../../src/rule-kit/rule.js';

export default defineRule({
  id: 'ident/extra-column',
  meta: {
    type: 'problem',
    summary: 'Report a fourth column in pg_ident.conf, of which the server takes no notice',
    category: 'correctness',
    concern: 'meaning',
    presets: ['correctness'],
    messages: {
      extra: {
        headline: 'A mapping has three columns, so {extra} is ignored',
        why: 'It maps {system} to {role}.',
        help: 'Quote names with spaces.',
      },
    },
  },
  create({ report }) {
    return {
      IdentMapping({ file, node, systemUser, databaseUser, error }) {
        if (error !== undefined) return;
        const extra = node.fields.slice(3).flatMap(({ tokens }) => tokens);
        const [first] = extra;
        const last = extra.at(-1);
        if (first === undefined || last === undefined) return;
        report({
          messageId: 'extra',
          data: {
            extra: extra.map(({ value }) => value).join(' '),
            system: systemUser?.token.value ?? '',
            role: databaseUser?.token.value ?? '',
          },
          at: { file, start: first.start, end: last.end },
        });
      },
    };
  },
});
