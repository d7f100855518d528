/** Colours of pg_hba.conf. */
import type { Grammar, Pattern } from './grammar.js';
import { column, comment, field, include, lineStart, names, quotedToken, token, tokenEnd, words } from './records.js';

const methods = [
  ...['trust', 'reject', 'scram-sha-256', 'md5', 'password', 'gss', 'sspi', 'krb5', 'ident', 'peer', 'pam', 'bsd'],
  ...['ldap', 'radius', 'cert', 'oauth'],
];

const option: Pattern = {
  match: String.raw`("?)([A-Za-z_]\w*)(=)(${token}|)`,
  captures: {
    2: { name: 'variable.parameter' },
    3: { name: 'keyword.operator.assignment' },
    4: { name: 'string.unquoted' },
  },
};

const method = column(
  `(${field})`,
  { 1: { patterns: [words('support.function', methods), quotedToken, { name: 'invalid.illegal', match: token }] } },
  [option, { name: 'variable.other', match: token }],
);
const mask = column(`(${field})`, { 1: { name: 'constant.numeric' } }, [method]);

const network = String.raw`"?[0-9A-Fa-fxX.:]*[0-9:][0-9A-Fa-fxX.:]*(?:%[^\s,#"/]+)?`;
const octet = '(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
/** An address without its length: the mask stands in a column of its own. What is no address is a host's name. */
const bareAddress = column(
  String.raw`("?(?:${octet}(?:\.${octet}){1,3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*(?:%[^\s,#"/]+)?)"?)${tokenEnd}`,
  { 1: { name: 'constant.numeric' } },
  [mask],
);
const address = column(
  `(${field})`,
  {
    1: {
      patterns: [
        words('constant.language', ['all', 'samehost', 'samenet']),
        { name: 'constant.numeric', match: String.raw`${network}/[+-]?[0-9]+"?${tokenEnd}` },
        quotedToken,
        { name: 'string.unquoted', match: token },
      ],
    },
  },
  [method],
);

const roles = names(['all']);
const databases = names(['all', 'sameuser', 'samerole', 'samegroup', 'replication']);

/** The columns from the databases on. */
function behind(...next: readonly Pattern[]): Pattern[] {
  return [
    column(`(${field})`, { 1: { patterns: databases } }, [column(`(${field})`, { 1: { patterns: roles } }, next)]),
  ];
}

const hostTypes = 'host(?:ssl|nossl|gssenc|nogssenc)?';

export const hbaGrammar: Grammar = {
  name: 'pg_hba.conf',
  scopeName: 'source.pg-hba',
  patterns: [
    comment,
    include,
    column(`${lineStart}(local|"local")${tokenEnd}`, { 1: { name: 'storage.type' } }, behind(method)),
    column(
      `${lineStart}(${hostTypes}|"${hostTypes}")${tokenEnd}`,
      { 1: { name: 'storage.type' } },
      behind(bareAddress, address),
    ),
    column(`${lineStart}(${field})`, { 1: { name: 'invalid.illegal' } }, [{ match: token }]),
  ],
};
