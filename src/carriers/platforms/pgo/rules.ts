/** `spec.authentication.rules`: records as lines, or in parts (internal/controller/postgrescluster/postgres.go, generatePostgresHBA). */
import type { Item, Part } from '../../shapes/items.js';
import type { ScalarWriting } from '../../shapes/scalar.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';

/** The records of a list of rules; what the API server would refuse for its parts makes none. */
export function itemsOfRules(tree: YamlTree, rules: Value | undefined): Item[] {
  return tree.items(rules).flatMap((rule): Item[] => {
    const parts = partsOfRule(tree, rule);
    const [start, end] = rule.node.range ?? [];
    if (parts === undefined || start === undefined || end === undefined) return [];
    const dash = tree.fileText.slice(0, start).search(/-[ \t]+$/);
    const isOwn = !rule.isShared && !rule.inFlow && dash !== -1;
    return [{ parts, at: { start: isOwn ? dash : start, end: isOwn ? endOfText(tree, end) : end }, isOwn }];
  });
}

function partsOfRule(tree: YamlTree, rule: Value): Part[] | undefined {
  const line = tree.writing(tree.at(rule, 'hba'));
  if (line !== undefined) return [line];
  const [connection, method] = ['connection', 'method'].map((name) => tree.writing(tree.at(rule, name)));
  if (connection === undefined || method === undefined) return undefined;
  const names = (field: string) => {
    const writings = tree.items(tree.at(rule, field)).flatMap((item) => tree.writing(item) ?? []);
    return writings.length === 0 ? ['all'] : writings.flatMap((one, at) => [...(at === 0 ? [] : [',']), ...named(one)]);
  };
  const options = tree
    .entries(tree.at(rule, 'options'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name, value }): Part[] => {
      const writing = tree.writing(value);
      return writing === undefined ? [] : [` ${quoted(name)}=`, ...inQuotes(writing)];
    });
  return [
    ...inQuotes(connection),
    ' ',
    ...names('databases'),
    ' ',
    ...names('users'),
    ' all ',
    // Whoever asks for passwords in clear text gets the method of passwords.
    ...(method.text === 'password' ? [quoted('scram-sha-256')] : inQuotes(method)),
    ...options,
  ];
}

/** hba.go, quoteUser: a name that would be a regular expression becomes one that means that name. */
function named(writing: ScalarWriting): Part[] {
  if (!writing.text.startsWith('/')) return inQuotes(writing);
  return [quoted(`/^${writing.text.replace(/[^\p{L}\p{N}_]/gu, '[$&]')}$`)];
}

/** Where a quote must be doubled, a character of the text is not one of the file. */
function inQuotes(writing: ScalarWriting): Part[] {
  return writing.text.includes('"') ? [quoted(writing.text)] : ['"', writing, '"'];
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A map of several lines ends where its last value does. */
function endOfText({ fileText }: YamlTree, end: number): number {
  return fileText.slice(0, end).replace(/(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*$/, '').length;
}
