/** The words of pg_hba.conf: connection types, methods, options and keywords. */
import {
  type AuthenticationMethod,
  type AuthenticationOption,
  authenticationMethods,
  authenticationOptions,
  type Known,
  keywords,
  type OptionValueKind,
  recordTypes,
} from '../../../catalog/authentication.js';
import type { BuildFeature } from '../../../catalog/authentication-types.js';
import { firstMajor, lastMajor } from '../../../catalog/majors.js';
import type { Rule } from '../../../linter/rule.js';
import { pageOf } from '../../../project/rule-pages.js';
import { mentions } from './parameter-mentions.js';
import { section, type Topic } from './topic.js';

const features: Readonly<Record<BuildFeature, string>> = {
  openssl: 'OpenSSL',
  gssapi: 'GSSAPI',
  sspi: 'SSPI (Windows)',
  ldap: 'LDAP',
  pam: 'PAM',
  bsd: 'BSD Authentication (OpenBSD)',
};

const values: Readonly<Record<OptionValueKind, string>> = {
  text: 'any text',
  'one-is-true': '1; every other text means no',
  port: 'a port number',
  'port-list': 'port numbers with commas between them',
  list: 'a list with commas between its elements',
  'ldap-url': 'an LDAP URL',
  clientcert: 'verify-ca or verify-full (before 14 also no-verify, 0 and 1)',
  clientname: 'CN or DN',
};

/** Every word of which `explainWord` knows something. */
export const words: readonly string[] = [
  ...new Set([...recordTypes, ...authenticationMethods, ...authenticationOptions, ...keywords].map(({ name }) => name)),
];

/**
 * What is known of a word of pg_hba.conf, once for each meaning.
 *
 * @param word as it stands in the file
 * @param rules for those that speak of it
 */
export function explainWord(word: string, rules: readonly Rule[]): Topic[] {
  // Every page names the preset all.
  const about = (name: string) =>
    name === 'all' ? [] : rules.filter((rule) => mentions(rule, pageOf(rule) ?? '', name)).map(({ id }) => id);
  const topics = [
    ...named(recordTypes, word).map((one) => topicOf(one, 'connection type', 'A connection type of pg_hba.conf', [])),
    ...named(authenticationMethods, word).map((one) =>
      topicOf(one, 'method', 'An authentication method of pg_hba.conf', methodFacts(one)),
    ),
    ...named(authenticationOptions, word).map((one) =>
      topicOf(one, 'option', 'An option of records in pg_hba.conf', optionFacts(one)),
    ),
  ];
  const meanings = named(keywords, word);
  if (meanings.length > 0) topics.push(keywordTopic(word, meanings));
  return topics.map(({ page, data }) => {
    const ids = about(word);
    return { page: page + section('Rules that speak of it', ids), data: { ...data, rules: ids } };
  });
}

function named<T extends Known | { name: string }>(list: readonly T[], word: string): T[] {
  return list.filter(({ name }) => name === word);
}

type Fact = readonly [fact: string, value: string];

function topicOf(known: Known, kind: string, what: string, facts: readonly Fact[]): Topic {
  const lines = [...facts, ['known', knownText(known)] as const].map(([fact, value]) => `- ${fact}: ${value}`);
  return {
    page: `# ${known.name}\n\n${what}. ${known.description}\n\n${lines.join('\n')}\n`,
    data: { kind, ...known },
  };
}

function knownText({ since, until }: Known): string {
  const from = since === firstMajor ? `${firstMajor} or earlier` : String(since);
  return `by PostgreSQL ${from} to ${until ?? lastMajor}`;
}

function methodFacts({ name, connectionTypes, build }: AuthenticationMethod): Fact[] {
  const options = authenticationOptions.filter(({ methods, connectionTypes: types }) =>
    methods === undefined
      ? types === undefined || types.some((type) => connectionTypes.includes(type))
      : methods.includes(name),
  );
  return [
    ['in records for', connectionTypes.join(', ')],
    ...(options.length === 0 ? [] : [['options', options.map((option) => option.name).join(', ')] as const]),
    ...(build === undefined ? [] : [['needs', `a server that was built with ${features[build]}`] as const]),
  ];
}

function optionFacts({ methods, connectionTypes, value }: AuthenticationOption): Fact[] {
  return [
    ['with the methods', methods === undefined ? 'all' : methods.join(', ')],
    ...(connectionTypes === undefined ? [] : [['in records for', connectionTypes.join(', ')] as const]),
    ['value', values[value]],
  ];
}

function keywordTopic(word: string, meanings: readonly (typeof keywords)[number][]): Topic {
  const lines = meanings.map(({ column, description }) => `- as ${column}: ${description}`);
  const quoted = 'In double quotes it is an ordinary name.';
  return {
    page: `# ${word}\n\nA keyword of pg_hba.conf. ${quoted}\n\n${lines.join('\n')}\n`,
    data: {
      kind: 'keyword',
      name: word,
      columns: meanings.map(({ column, description }) => ({ column, description })),
    },
  };
}
