/** Colours of pg_ident.conf. */
import type { Grammar } from './grammar.js';
import { column, comment, field, include, lineStart, names, quotedToken, token } from './records.js';

const databaseUser = column(`(${field})`, { 1: { patterns: names(['all']) } }, [
  { name: 'invalid.illegal', match: token },
]);
const systemUser = column(`(${field})`, { 1: { patterns: names([]) } }, [databaseUser]);

export const identGrammar: Grammar = {
  name: 'pg_ident.conf',
  scopeName: 'source.pg-ident',
  patterns: [
    comment,
    include,
    column(
      `${lineStart}(${field})`,
      { 1: { patterns: [quotedToken, { name: 'entity.name.section', match: token }] } },
      [systemUser],
    ),
  ],
};
