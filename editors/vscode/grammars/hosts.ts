/** Colours of pg_hosts.conf: host names, certificate, key, authorities, passphrase command, whether it may reload. */
import type { Grammar, Pattern } from './grammar.js';
import { column, comment, field, include, lineStart, quotedToken, token, words } from './records.js';

const path: Pattern = { name: 'string.unquoted', match: token };
const reload = column(
  `(${field})`,
  { 1: { patterns: [words('constant.language.boolean', ['(?i:on|off|true|false|yes|no|t|f|y|n|1|0)'])] } },
  [{ name: 'invalid.illegal', match: token }],
);
const paths = ['key', 'authorities', 'command'].reduceRight(
  (next) => column(`(${field})`, { 1: { patterns: [quotedToken, path] } }, [next]),
  reload,
);
const certificate = column(`(${field})`, { 1: { patterns: [quotedToken, path] } }, [paths]);

export const hostsGrammar: Grammar = {
  name: 'pg_hosts.conf',
  scopeName: 'source.pg-hosts',
  patterns: [
    comment,
    include,
    column(`${lineStart}(${field})`, { 1: { patterns: [quotedToken, { name: 'variable.other', match: token }] } }, [
      certificate,
    ]),
  ],
};
