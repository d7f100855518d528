import { CompletionItemKind } from 'vscode-languageserver/node';
import type { AuthenticationOption } from '../../../catalog/authentication.js';
import {
  authenticationMethods,
  authenticationOptions,
  findMethod,
  findRecordType,
  isKnownTo,
  keywords,
  recordTypes,
} from '../../../catalog/authentication.js';
import type { Cluster } from '../../../cluster/types.js';
import { isInside } from '../../../files/paths.js';
import type { AuthKind, FileKind } from '../../../syntax/nodes.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { type ColumnPlace, columnAt } from './columns.js';
import { addressesOf, databasesOf, mapsOf, rolesOf, systemUsersOf } from './known-names.js';
import { suggestPaths } from './paths.js';
import type { Suggestion } from './suggestion.js';

/** A word that may stand in a column. */
type Word = Pick<Suggestion, 'label' | 'kind'> &
  Partial<Omit<Suggestion, 'replace'>> & {
    /** A name, which must be quoted where it would mean something else; a keyword never is. */
    isName?: boolean;
  };

const includeWords = ['include', 'include_if_exists', 'include_dir'];

/** The usual second half of an address that has no mask length. */
const netmasks = ['255.255.255.255', '255.255.255.0', '255.255.0.0', '255.0.0.0'];

/** What may stand at an offset of pg_hba.conf, pg_ident.conf or pg_hosts.conf. */
export function suggestInRecords(view: FileView, offset: number, workspace: Workspace): Suggestion[] {
  const { file, cluster } = view;
  const place = columnAt(file.text, offset);
  const path = pathTyped(place, cluster, file.kind);
  if (path !== undefined) {
    const root = workspace.rootOf(file.path);
    const replace = { start: place.replace.end - (place.replace.end - offset) - path.length, end: place.replace.end };
    const paths = suggestPaths(file, path, replace, workspace.files, (one) => isInside(one, root));
    return paths.map((one) => ({ ...one, insert: closing(one.label, place) }));
  }
  const words = file.kind === 'conf' ? undefined : wordsOf[file.kind];
  return (words?.(place, cluster) ?? includes())
    .filter(({ label }) => !place.siblings.includes(label))
    .filter(({ isName }) => isName || !place.quoted)
    .map((word) => asSuggestion(word, place));
}

/** What may stand in the columns of each kind; of other kinds only includes are known. */
const wordsOf: Readonly<Partial<Record<AuthKind, (place: ColumnPlace, cluster: Cluster) => Word[]>>> = {
  hba: hbaWords,
  ident: identWords,
  hosts: hostsWords,
};

/** The path behind an `@`, behind an include word, or of a certificate in pg_hosts.conf. */
function pathTyped({ before, typed, quoted }: ColumnPlace, { target }: Cluster, kind: FileKind): string | undefined {
  if (kind === 'hosts' && before.length >= 1 && before.length <= 3) return typed;
  if (before.length === 1 && target >= 16 && includeWords.includes(before[0]!.words[0] ?? '')) return typed;
  return typed.startsWith('@') && !quoted ? typed.slice(1) : undefined;
}

function hbaWords(place: ColumnPlace, cluster: Cluster): Word[] {
  const { before } = place;
  const { target } = cluster;
  if (before.length === 0) return lineStarts(recordTypes, cluster);
  if (before.length === 1) return [...keywordsOf('database'), ...names(databasesOf(cluster), 'database')];
  if (before.length === 2) return roleWords(place, cluster);
  const type = findRecordType(before[0]!.words[0] ?? '', target)?.name;
  const methodColumn = type === 'local' ? 3 : hasMask(before.map(({ words }) => words[0] ?? '')) ? 5 : 4;
  if (before.length < methodColumn && before.length === 3) return addressWords(cluster);
  const address = before[3]?.words[0] ?? '';
  const needsMask = type !== 'local' && before.length === 4 && /^\d+(?:\.\d+){3}$/.test(address);
  if (before.length === methodColumn || (before.length === 4 && methodColumn === 5)) {
    const masks: Word[] = needsMask ? netmasks.map((label) => ({ label, kind: CompletionItemKind.Value })) : [];
    const methods = authenticationMethods
      .filter((method) => isKnownTo(method, target) && (type === undefined || method.connectionTypes.includes(type)))
      .map(({ name, description }) => ({
        label: name,
        documentation: description,
        kind: CompletionItemKind.EnumMember,
      }));
    return [...masks, ...methods];
  }
  const method = before[methodColumn]?.words[0] ?? '';
  const given = before.slice(methodColumn + 1).map(({ words }) => (words[0] ?? '').split('=')[0]!);
  return optionWords(place, cluster, method, type, given);
}

/** Whether the column behind the address is its netmask. */
function hasMask([, , , address = '', mask = '']: readonly string[]): boolean {
  return /^[\d.]+$|^[\da-fA-F:.]*:[\da-fA-F:.]*$/.test(address) && /^[\d.]+$|:/.test(mask);
}

function lineStarts(types: readonly (typeof recordTypes)[number][], { target }: Cluster): Word[] {
  const words: Word[] = types
    .filter((type) => isKnownTo(type, target))
    .map(({ name, description }) => ({ label: name, documentation: description, kind: CompletionItemKind.Keyword }));
  return target >= 16 ? [...words, ...includes()] : words;
}

function includes(): Word[] {
  return includeWords.map((label) => ({ label, kind: CompletionItemKind.Keyword, rank: 2 }));
}

function keywordsOf(column: 'database' | 'user' | 'address'): Word[] {
  return keywords
    .filter((keyword) => keyword.column === column)
    .map(({ name, description }) => ({
      label: name,
      documentation: description,
      kind: CompletionItemKind.Keyword,
      rank: 0,
    }));
}

function names(list: readonly string[], detail: string): Word[] {
  return list.map((label) => ({ label, detail, kind: CompletionItemKind.Value, isName: true }));
}

function roleWords({ typed, quoted }: ColumnPlace, cluster: Cluster): Word[] {
  const roles = rolesOf(cluster);
  if (typed.startsWith('+') && !quoted) {
    return roles.map((name) => ({ label: `+${name}`, detail: 'members of the role', kind: CompletionItemKind.Value }));
  }
  return [...keywordsOf('user'), ...names(roles, 'role')];
}

function addressWords(cluster: Cluster): Word[] {
  const usual = {
    '127.0.0.1/32': 'This machine, IPv4',
    '::1/128': 'This machine, IPv6',
    '0.0.0.0/0': 'Every IPv4 address',
    '::/0': 'Every IPv6 address',
  };
  const used = addressesOf(cluster).filter(
    (address) => !(address in usual) && !/^(?:all|samehost|samenet)$/.test(address),
  );
  return [
    ...keywordsOf('address'),
    ...Object.entries(usual).map(([label, detail]) => ({ label, detail, kind: CompletionItemKind.Value })),
    ...used.map((label) => ({ label, detail: 'in use here', kind: CompletionItemKind.Value })),
  ];
}

function optionWords(
  { typed }: ColumnPlace,
  cluster: Cluster,
  method: string,
  type: string | undefined,
  given: readonly string[],
): Word[] {
  const { target } = cluster;
  const fits = (option: AuthenticationOption) =>
    isKnownTo(option, target) &&
    (option.methods === undefined || option.methods.includes(method)) &&
    (option.connectionTypes === undefined ||
      type === undefined ||
      (option.connectionTypes as readonly string[]).includes(type));
  if (findMethod(method, target) === undefined) return [];
  const equals = typed.indexOf('=');
  if (equals === -1) {
    return authenticationOptions
      .filter((option) => fits(option) && !given.includes(option.name))
      .map(({ name, description }) => {
        const label = name.endsWith('.') ? name : `${name}=`;
        return { label, documentation: description, kind: CompletionItemKind.Property, isName: true };
      });
  }
  const name = typed.slice(0, equals);
  const option = authenticationOptions.find((one) => one.name === name && fits(one));
  const values = option === undefined ? [] : optionValues(option, cluster);
  return values.map(({ value, detail }) => ({
    label: value,
    insert: `${name}=${value}`,
    filter: `${name}=${value}`,
    detail,
    kind: CompletionItemKind.Value,
    isName: true,
  }));
}

function optionValues(option: AuthenticationOption, cluster: Cluster): { value: string; detail?: string }[] {
  if (option.name === 'map') {
    return mapsOf(cluster).map(({ name, exists }) => ({
      value: name,
      ...(exists ? {} : { detail: 'not in pg_ident.conf' }),
    }));
  }
  if (option.name === 'ldapscheme') return [{ value: 'ldap' }, { value: 'ldaps' }];
  switch (option.value) {
    case 'one-is-true':
      return [{ value: '1' }, { value: '0' }];
    case 'clientcert':
      return cluster.target >= 12
        ? [{ value: 'verify-full' }, { value: 'verify-ca' }]
        : [{ value: '1' }, { value: '0' }];
    case 'clientname':
      return [{ value: 'CN' }, { value: 'DN' }];
    default:
      return [];
  }
}

function identWords(place: ColumnPlace, cluster: Cluster): Word[] {
  if (place.before.length === 0) {
    const maps = mapsOf(cluster).map(
      ({ name, exists }): Word => ({
        label: name,
        detail: exists ? 'map' : 'used by pg_hba.conf, without a mapping',
        kind: CompletionItemKind.Module,
        rank: exists ? 1 : 0,
        isName: true,
      }),
    );
    return cluster.target >= 16 ? [...maps, ...includes()] : maps;
  }
  if (place.before.length === 1) return names(systemUsersOf(cluster), 'external user');
  if (place.before.length > 2) return [];
  const words = names(rolesOf(cluster), 'role');
  words.push({ label: '\\1', detail: 'the first group of the expression', kind: CompletionItemKind.Value });
  if (cluster.target < 16) return words;
  return [{ label: 'all', documentation: 'Every role.', kind: CompletionItemKind.Keyword, rank: 0 }, ...words];
}

function hostsWords({ before }: ColumnPlace): Word[] {
  if (before.length === 5) return ['on', 'off'].map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
  if (before.length > 0) return [];
  return [
    { label: '*', detail: 'names that no other entry has', kind: CompletionItemKind.Keyword },
    { label: '/no_sni/', detail: 'clients that ask for no name', kind: CompletionItemKind.Keyword },
    ...includes(),
  ];
}

function asSuggestion({ isName, ...word }: Word, place: ColumnPlace): Suggestion {
  const text = word.insert ?? word.label;
  const insert = place.quoted ? closing(text.replaceAll('"', '""'), place) : isName ? quoteIfNeeded(text) : text;
  return { ...word, insert, filter: word.filter ?? word.label, replace: place.replace };
}

function closing(text: string, { quoted, closed }: ColumnPlace): string {
  return quoted && !closed && !text.endsWith('/') ? `${text}"` : text;
}

/** Names with blanks or commas, and names that would be keywords, mean themselves only in quotes. */
function quoteIfNeeded(name: string): string {
  const isSpecial = /[\s,#"]/.test(name) || /^[+@/]/.test(name) || keywords.some((keyword) => keyword.name === name);
  return isSpecial ? `"${name.replaceAll('"', '""')}"` : name;
}
